import { Param } from '@nestjs/common';
import type { Committed } from '../../platform/event-store/streams.js';
import { CommandAnswer } from '../../platform/http/versions/answer.js';
import { ReferencePipe } from '../../platform/http/wire/reference.pipe.js';
import { EMPLOYMENT_PREFIX, type Employment } from '../commands/vocabulary.js';
import type { EmploymentReference } from './employment-answers.js';

/** The case reference in the path. */
export const CaseRef = (): ParameterDecorator => Param('caseRef', new ReferencePipe('TC'));

/** The employment's reference in the path. */
export const EmploymentId = (): ParameterDecorator =>
  Param('employmentId', new ReferencePipe(EMPLOYMENT_PREFIX));

/** The answer to a command: 201 with the employment that it left behind. */
export function answerOf(committed: Committed<Employment>): CommandAnswer<Readonly<EmploymentReference>> {
  const { state } = committed;
  if (state.stage === 'none') throw new TypeError('A command on an employment leaves one behind');
  const { employmentId, stage } = state;
  return CommandAnswer.created(committed, `/v1/employments/${employmentId}`, { employmentId, stage });
}
