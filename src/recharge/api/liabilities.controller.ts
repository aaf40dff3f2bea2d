import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { todayInLondon, type Clock } from '../../kernel/clock.js';
import type { Actor } from '../../kernel/event.js';
import { RequiresRole } from '../../platform/access/access-rule.js';
import { CurrentActor } from '../../platform/access/current-actor.js';
import { ROLES } from '../../platform/access/roles.js';
import { CLOCK } from '../../platform/clock/clock.module.js';
import { ReadAnswer } from '../../platform/http/versions/answer.js';
import { ClocksQuery, THEN } from '../../platform/http/wire/clocks.js';
import { ReferencePipe } from '../../platform/http/wire/reference.pipe.js';
import { PastReads } from '../../platform/past/past-reads.js';
import { TransferCases } from '../../transfer-case/index.js';
import {
  bridgingRechargeProjection,
  BridgingRechargeQuery,
} from '../projections/bridging-recharge/bridging-recharge.query.js';
import { liabilitiesThen } from './recharges-then.js';
import { liabilitiesAnswer, LiabilitiesAnswer } from './liability-answers.js';

/** What the bodies of a case owe each other by today's facts, whether or not a document was made of it. */
@ApiTags('Recharges')
@RequiresRole(...ROLES)
@Controller('v1/transfer-cases/:caseRef/liabilities')
export class LiabilitiesController {
  constructor(
    private readonly bridging: BridgingRechargeQuery,
    private readonly cases: TransferCases,
    private readonly past: PastReads,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @ApiOperation({
    summary: 'Show what a case comes to, line by line, with the explanation of each figure',
    description: THEN,
  })
  @ApiOkResponse({ type: LiabilitiesAnswer })
  async show(
    @Param('caseRef', new ReferencePipe('TC')) caseRef: string,
    @Query() clocks: ClocksQuery,
    @CurrentActor() actor: Actor,
  ): Promise<ReadAnswer<Readonly<LiabilitiesAnswer>> | Readonly<LiabilitiesAnswer>> {
    await this.cases.get(caseRef, actor);
    const known = await this.past.of(bridgingRechargeProjection, caseRef, clocks);
    if (known !== undefined) return liabilitiesThen(known);
    const found = await this.bridging.get(actor, caseRef);
    return ReadAnswer.of(liabilitiesAnswer(found, todayInLondon(this.clock)), found.head.revision);
  }
}
