import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../kernel/event.js';
import type { PlainDate } from '../../../kernel/plain-date.js';
import { RequiresRole } from '../../../platform/access/access-rule.js';
import { CurrentActor } from '../../../platform/access/current-actor.js';
import { ROLES } from '../../../platform/access/roles.js';
import { Problem } from '../../../platform/http/problems/problem.js';
import { ReferencePipe } from '../../../platform/http/wire/reference.pipe.js';
import type { Clocks } from '../../../platform/past/known-history.js';
import { NotThereThen } from '../../../platform/past/past-refusals.js';
import { PastReads } from '../../../platform/past/past-reads.js';
import type { SubjectHistory } from '../../../platform/projections/projection.js';
import { TransferCases } from '../../../transfer-case/index.js';
import { historyProjection } from '../../projections/history/history.query.js';
import {
  caseDifferenceAnswer,
  CaseDifferenceAnswer,
  replayedStepAnswer,
  ReplayedStepAnswer,
} from './replay-answers.js';
import { caseDifference, replayedStep } from './replay-of-case.js';
import { DifferenceQueryDto, ReplayQueryDto } from './replay-queries.dto.js';

const CaseRef = () => Param('caseRef', new ReferencePipe('TC'));

/** For those who trust nobody: a case event by event, and what differs between two looks at it. */
@ApiTags('History')
@RequiresRole(...ROLES)
@Controller('v1/transfer-cases/:caseRef')
export class ReplayController {
  constructor(
    private readonly cases: TransferCases,
    private readonly past: PastReads,
  ) {}

  @Get('replay')
  @ApiOperation({
    summary: 'Show a case as it stood after one of its events, with every figure and what the event changed',
    description: 'Looked at on the day on which the event was recorded. Each step is an address of its own.',
  })
  @ApiOkResponse({ type: ReplayedStepAnswer })
  async replay(
    @CaseRef() caseRef: string,
    @Query() { position }: ReplayQueryDto,
    @CurrentActor() actor: Actor,
  ): Promise<Readonly<ReplayedStepAnswer>> {
    await this.cases.get(caseRef, actor);
    const history = await this.past.whole(historyProjection, caseRef);
    const positions = history.events.map((each) => each.position);
    const step = position === undefined ? positions.length : positions.indexOf(position) + 1;
    if (step === 0) throw noSuchStep(history);
    return replayedStepAnswer(caseRef, replayedStep(history, step, actor), positions);
  }

  @Get('diff')
  @ApiOperation({
    summary:
      'List the figures of a case that differ between two moments, with the events that made them differ',
    description: 'Each side may name a day too, and then counts only what was true by it.',
  })
  @ApiOkResponse({ type: CaseDifferenceAnswer })
  async diff(
    @CaseRef() caseRef: string,
    @Query() query: DifferenceQueryDto,
    @CurrentActor() actor: Actor,
  ): Promise<Readonly<CaseDifferenceAnswer>> {
    await this.cases.get(caseRef, actor);
    const from = await this.side('from', query.from, query.fromAsAt);
    const to = await this.side('to', query.to, query.toAsAt);
    if (from.knownAt > to.knownAt) {
      const detail = 'to must not be before from';
      throw new Problem('invalid-fields', `${detail}.`, {
        errors: [{ parameter: 'to', code: 'out-of-order', detail }],
      });
    }
    const { events, subject } = await this.past.whole(historyProjection, caseRef);
    const history = { subject, events };
    const [first] = events;
    if (first === undefined || first.recordedAt > from.knownAt) {
      throw new NotThereThen(
        `Nothing had been recorded of ${caseRef} by ${from.knownAt}: the first event was recorded at ${first?.recordedAt ?? 'no time'}.`,
      );
    }
    return caseDifferenceAnswer(caseRef, from, to, caseDifference(history, from, to, actor));
  }

  private async side(parameter: string, moment: string, asAt: PlainDate | undefined): Promise<Clocks> {
    const knownAt = await this.past.settledMoment(parameter, moment);
    return { knownAt, ...(asAt !== undefined && { asAt }) };
  }
}

function noSuchStep({ subject, events }: SubjectHistory): NotThereThen {
  const [first, last] = [events[0]?.position ?? '', events.at(-1)?.position ?? ''];
  return new NotThereThen(
    `No event of ${subject} stands there: its first is at position ${first} and its last at ${last}.`,
  );
}
