import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../kernel/event.js';
import { periodOfDays } from '../../kernel/period.js';
import { FieldRefused } from '../../kernel/refusal.js';
import { RequiresRole } from '../../platform/access/access-rule.js';
import { CurrentActor } from '../../platform/access/current-actor.js';
import { documentAccountsProjection, StatementQuery } from '../projections/statement/statement.query.js';
import { clocksAnswer } from '../../platform/http/wire/clocks.js';
import { PastReads } from '../../platform/past/past-reads.js';
import { StatementAnswer, statementAnswer, StatementQueryDto } from './statement-answers.js';

/** Cases whose histories are in memory at a time. */
const CASES_AT_ONCE = 100;

/** What two bodies owe each other, document by document. */
@ApiTags('Recharges')
@RequiresRole(
  'council-finance',
  'council-approver',
  'nhs-finance',
  'nhs-approver',
  'auditor',
  'administrator',
)
@Controller('v1/statements')
export class StatementsController {
  constructor(
    private readonly statements: StatementQuery,
    private readonly past: PastReads,
  ) {}

  @Get(':partnerOds')
  @ApiOperation({
    summary: 'Show the account of your body and another over a period: balances, movements and disputes',
    description:
      'Both bodies read the same figures. A document is owed by whoever took over from its debtor by the last day; one whose payer has to be chosen is in no balance. Cases go by their reference. With knownAt or asAt it is the statement as it was known then, and names the clocks.',
  })
  @ApiParam({
    name: 'partnerOds',
    description: 'ODS code of the NHS body, or GSS code of the council, that yours has the account with.',
    example: 'QM7',
  })
  @ApiOkResponse({ type: StatementAnswer })
  async show(
    @Param('partnerOds') partner: string,
    @Query() { from, to, ...asked }: StatementQueryDto,
    @CurrentActor() actor: Actor,
  ): Promise<Readonly<StatementAnswer>> {
    if (to < from)
      throw new FieldRefused('/to', 'out-of-order', 'The last day of the period comes before its first');
    const period = periodOfDays(from, to);
    const clocks = await this.past.clocksOf(asked);
    // Every case is folded again as it was known: the read model has only what is known now.
    const histories = clocks && this.past.all(documentAccountsProjection, clocks, CASES_AT_ONCE);
    const answer = statementAnswer(await this.statements.between(actor, partner, period, histories), period);
    return clocks === undefined ? answer : { ...answer, clocks: clocksAnswer({ clocks }) };
  }
}
