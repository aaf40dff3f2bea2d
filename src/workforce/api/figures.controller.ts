import { Controller, Get, Inject } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { organisationDirectory } from '../../agreement/index.js';
import { todayInLondon, type Clock } from '../../kernel/clock.js';
import type { Actor } from '../../kernel/event.js';
import type { PlainDate } from '../../kernel/plain-date.js';
import { RequiresRole } from '../../platform/access/access-rule.js';
import { CurrentActor } from '../../platform/access/current-actor.js';
import { ROLES } from '../../platform/access/roles.js';
import { CLOCK } from '../../platform/clock/clock.module.js';
import { TransferCases } from '../../transfer-case/index.js';
import { LeaveQuery } from '../projections/accrued-leave/leave.query.js';
import { RedundanciesQuery } from '../projections/redundancy-cost-split/redundancies.query.js';
import { CaseRef } from './employment-reference.js';
import { AccruedLeavesAnswer, leaveAnswer } from './leave-answers.js';
import { RedundanciesAnswer, redundancyAnswer, type PayableToday } from './redundancy-answers.js';

/** What the PAs of a case cost at the transfer: each figure with its explanation, or with what is missing. */
@ApiTags('Redundancy', 'Leave')
@RequiresRole(...ROLES)
@Controller('v1/transfer-cases/:caseRef')
export class FiguresController {
  constructor(
    private readonly cases: TransferCases,
    private readonly redundancies: RedundanciesQuery,
    private readonly leave: LeaveQuery,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get('redundancies')
  @ApiOperation({ summary: 'Show what each PA’s redundancy costs and who bears which part' })
  @ApiOkResponse({ type: RedundanciesAnswer })
  async showRedundancies(
    @CaseRef() caseRef: string,
    @CurrentActor() actor: Actor,
  ): Promise<Readonly<RedundanciesAnswer>> {
    await this.cases.get(caseRef, actor);
    const today = todayInLondon(this.clock);
    const found = await this.redundancies.ofCase(caseRef);
    return { items: found.map((each) => redundancyAnswer(each, (funder) => payableOn(funder, today))) };
  }

  @Get('leave')
  @ApiOperation({
    summary: 'Show the leave that each PA had when the NHS body became liable, and what is owed for it',
  })
  @ApiOkResponse({ type: AccruedLeavesAnswer })
  async showLeave(
    @CaseRef() caseRef: string,
    @CurrentActor() actor: Actor,
  ): Promise<Readonly<AccruedLeavesAnswer>> {
    await this.cases.get(caseRef, actor);
    return { items: (await this.leave.ofCase(caseRef)).map(leaveAnswer) };
  }
}

/** The share stays with the body that funded the days; who pays it today may be a successor. */
function payableOn(funder: string, today: PlainDate): PayableToday | undefined {
  if (organisationDirectory.find(funder) === undefined) return undefined;
  const payable = organisationDirectory.payableBy(funder, today);
  if (payable.status === 'pending') return payable;
  const { code, name } = payable.organisation;
  return { status: 'known', code, name };
}
