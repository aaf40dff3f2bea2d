import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../kernel/event.js';
import { RequiresRole } from '../../platform/access/access-rule.js';
import { CurrentActor } from '../../platform/access/current-actor.js';
import { ROLES } from '../../platform/access/roles.js';
import { ClocksQuery, THEN } from '../../platform/http/wire/clocks.js';
import { ReferencePipe } from '../../platform/http/wire/reference.pipe.js';
import { PastReads } from '../../platform/past/past-reads.js';
import { TransferCases } from '../../transfer-case/index.js';
import { rechargesProjection, RechargesQuery } from '../projections/recharges/recharges.query.js';
import { rechargeAnswer, RechargesOfCaseAnswer } from './recharge-answers.js';
import { rechargesThen } from './recharges-then.js';

/** The recharges of one case: each version with its lines and payments. */
@ApiTags('Recharges')
@RequiresRole(...ROLES)
@Controller('v1/transfer-cases/:caseRef/recharges')
export class RechargesOfCaseController {
  constructor(
    private readonly cases: TransferCases,
    private readonly recharges: RechargesQuery,
    private readonly past: PastReads,
  ) {}

  @Get()
  @ApiOperation({
    summary: 'Show the recharges of a case that your body is owed or owes, with their lines',
    description: THEN,
  })
  @ApiOkResponse({ type: RechargesOfCaseAnswer })
  async show(
    @Param('caseRef', new ReferencePipe('TC')) caseRef: string,
    @Query() clocks: ClocksQuery,
    @CurrentActor() actor: Actor,
  ): Promise<Readonly<RechargesOfCaseAnswer>> {
    await this.cases.get(caseRef, actor);
    const known = await this.past.of(rechargesProjection, caseRef, clocks);
    if (known !== undefined) return rechargesThen(known, actor);
    const found = await this.recharges.ofCase(actor, caseRef);
    return { caseRef, items: found.map(rechargeAnswer) };
  }
}
