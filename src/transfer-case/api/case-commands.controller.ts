import { Injectable, Param } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { Committed } from '../../platform/event-store/streams.js';
import { CommandAnswer } from '../../platform/http/versions/answer.js';
import { ReferencePipe } from '../../platform/http/wire/reference.pipe.js';
import type { CaseCommand } from '../commands/case-command.js';
import { CASE_PREFIX, type CaseRecord } from '../commands/vocabulary.js';
import { caseReference, type CaseReferenceAnswer } from './answers/case-reference.answer.js';

/** The address of everything that is done to one case. */
export const CASE_PATH = 'v1/transfer-cases/:caseRef';

/** The case that the address names. */
export const CaseRef = (): ParameterDecorator => Param('caseRef', new ReferencePipe(CASE_PREFIX));

/** What the controllers of a case's commands have in common: they send, and answer with where the case stands now. */
@Injectable()
export abstract class CaseCommandsController {
  constructor(private readonly commands: CommandBus) {}

  protected async send(command: CaseCommand<unknown>): Promise<CommandAnswer<Readonly<CaseReferenceAnswer>>> {
    const committed = await this.commands.execute<CaseCommand<unknown>, Committed<CaseRecord>>(command);
    return CommandAnswer.done(committed, caseReference(committed.state));
  }
}

/** Leaves out what a body did not have: its class sets each field that was not sent to undefined. */
export function given<Field extends string, Value>(
  field: Field,
  value: Value | undefined,
): { readonly [Key in Field]?: Value } {
  return (value === undefined ? {} : { [field]: value }) as { readonly [Key in Field]?: Value };
}
