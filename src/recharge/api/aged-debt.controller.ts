import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { todayInLondon, type Clock } from '../../kernel/clock.js';
import type { Actor } from '../../kernel/event.js';
import type { PlainDate } from '../../kernel/plain-date.js';
import { RequiresRole } from '../../platform/access/access-rule.js';
import { CurrentActor } from '../../platform/access/current-actor.js';
import { CLOCK } from '../../platform/clock/clock.module.js';
import { clocksAnswer, ClocksQuery, THEN } from '../../platform/http/wire/clocks.js';
import { todayOf, trueBy } from '../../platform/past/known-history.js';
import { PastReads } from '../../platform/past/past-reads.js';
import { agedDebtOf, owedDocument } from '../projections/recharges/aged-debt.query.js';
import {
  rechargesIn,
  rechargesProjection,
  RechargesQuery,
  sideOfRecharge,
  type RechargeSide,
  type RechargeWithLines,
} from '../projections/recharges/recharges.query.js';
import { AgedDebtAnswer, agedSideAnswer } from './aged-debt.answers.js';

/** Cases whose histories are in memory at a time. */
const CASES_AT_ONCE = 100;

/** What is unpaid, why, and for how long. */
@ApiTags('Recharges')
@RequiresRole(
  'council-finance',
  'council-approver',
  'nhs-finance',
  'nhs-approver',
  'auditor',
  'administrator',
)
@Controller('v1/aged-debt')
export class AgedDebtController {
  constructor(
    private readonly recharges: RechargesQuery,
    private readonly past: PastReads,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @ApiOperation({
    summary: 'Show what is unpaid on the recharges that your body is owed or owes, by reason and age',
    description: `A document is as old as its date. What was not issued yet is no debt. ${THEN}`,
  })
  @ApiOkResponse({ type: AgedDebtAnswer })
  async show(@Query() asked: ClocksQuery, @CurrentActor() actor: Actor): Promise<Readonly<AgedDebtAnswer>> {
    const clocks = await this.past.clocksOf(asked);
    if (clocks === undefined) {
      return answerOf(await this.recharges.owed(actor), actor, todayInLondon(this.clock));
    }
    const found: RechargeWithLines[] = [];
    for await (const known of this.past.all(rechargesProjection, clocks, CASES_AT_ONCE)) {
      found.push(...rechargesIn(trueBy(known, 'recharge.'), actor));
    }
    return { ...answerOf(found, actor, todayOf(clocks)), clocks: clocksAnswer({ clocks }) };
  }
}

function answerOf(
  found: readonly RechargeWithLines[],
  actor: Actor,
  asAt: PlainDate,
): Readonly<AgedDebtAnswer> {
  const onSide = (side: RechargeSide) => {
    const own = found.filter(({ recharge }) => sideOfRecharge(recharge, actor) === side);
    const documents = own.flatMap((each) => owedDocument(each) ?? []);
    return agedSideAnswer(agedDebtOf(documents, asAt));
  };
  return { asAt, owedToYou: onSide('creditor'), owedByYou: onSide('debtor') };
}
