import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { todayInLondon, type Clock } from '../../kernel/clock.js';
import type { Actor } from '../../kernel/event.js';
import { RequiresRole } from '../../platform/access/access-rule.js';
import { CurrentActor } from '../../platform/access/current-actor.js';
import { ROLES } from '../../platform/access/roles.js';
import { CLOCK } from '../../platform/clock/clock.module.js';
import { RefusedByRules } from '../../platform/http/openapi/refused-by-rules.js';
import { ClocksQuery, THEN } from '../../platform/http/wire/clocks.js';
import { PastReads } from '../../platform/past/past-reads.js';
import { TransferCases } from '../../transfer-case/index.js';
import { accruedLeaveProjection, LeaveQuery } from '../projections/accrued-leave/leave.query.js';
import { exposureProjection, ExposureQuery } from '../projections/exposure/exposure.query.js';
import {
  RedundanciesQuery,
  redundancyCostSplitProjection,
} from '../projections/redundancy-cost-split/redundancies.query.js';
import { exposureLineAnswer, ExposureOfCaseAnswer, ExposureQueryDto } from './exposure-answers.js';
import { exposureThen, leaveThen, redundanciesThen } from './figures-then.js';
import { CaseRef } from './employment-reference.js';
import { AccruedLeavesAnswer, leaveAnswer } from './leave-answers.js';
import { payableOn } from './payable-on.js';
import { RedundanciesAnswer, redundancyAnswer } from './redundancy-answers.js';

/** What the PAs of a case cost at the transfer: each figure with its explanation, or with what is missing. */
@ApiTags('Redundancy', 'Leave')
@RequiresRole(...ROLES)
@Controller('v1/transfer-cases/:caseRef')
export class FiguresController {
  constructor(
    private readonly cases: TransferCases,
    private readonly redundancies: RedundanciesQuery,
    private readonly leave: LeaveQuery,
    private readonly exposure: ExposureQuery,
    private readonly past: PastReads,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get('redundancies')
  @ApiOperation({
    summary: 'Show what each PA’s redundancy costs and who bears which part',
    description: THEN,
  })
  @ApiOkResponse({ type: RedundanciesAnswer })
  async showRedundancies(
    @CaseRef() caseRef: string,
    @Query() clocks: ClocksQuery,
    @CurrentActor() actor: Actor,
  ): Promise<Readonly<RedundanciesAnswer>> {
    await this.cases.get(caseRef, actor);
    const known = await this.past.of(redundancyCostSplitProjection, caseRef, clocks);
    if (known !== undefined) return redundanciesThen(known);
    const today = todayInLondon(this.clock);
    const found = await this.redundancies.ofCase(actor, caseRef);
    return { items: found.map((each) => redundancyAnswer(each, (funder) => payableOn(funder, today))) };
  }

  @Get('leave')
  @ApiOperation({
    summary: 'Show the leave that each PA had when the NHS body became liable, and what is owed for it',
    description: THEN,
  })
  @ApiOkResponse({ type: AccruedLeavesAnswer })
  async showLeave(
    @CaseRef() caseRef: string,
    @Query() clocks: ClocksQuery,
    @CurrentActor() actor: Actor,
  ): Promise<Readonly<AccruedLeavesAnswer>> {
    await this.cases.get(caseRef, actor);
    const known = await this.past.of(accruedLeaveProjection, caseRef, clocks);
    if (known !== undefined) return leaveThen(known);
    return { items: (await this.leave.ofCase(actor, caseRef)).map(leaveAnswer) };
  }

  @Get('exposure')
  @ApiOperation({
    summary: 'Show what redundancies of the case’s live jobs would cost if they came on a day',
    description:
      'All that was known counts, also what begins later. With knownAt the answer never changes again.',
  })
  @ApiOkResponse({ type: ExposureOfCaseAnswer })
  @RefusedByRules('The cap on a week’s pay is not known for that day')
  async showExposure(
    @CaseRef() caseRef: string,
    @Query() { asAt, knownAt }: ExposureQueryDto,
    @CurrentActor() actor: Actor,
  ): Promise<Readonly<ExposureOfCaseAnswer>> {
    await this.cases.get(caseRef, actor);
    if (knownAt !== undefined) {
      const known = await this.past.of(exposureProjection, caseRef, { knownAt, ...(asAt && { asAt }) });
      if (known !== undefined) return exposureThen(known);
    }
    const day = asAt ?? todayInLondon(this.clock);
    const lines = await this.exposure.ofCase(actor, caseRef, day);
    return { caseRef, asAt: day, items: lines.map(exposureLineAnswer) };
  }
}
