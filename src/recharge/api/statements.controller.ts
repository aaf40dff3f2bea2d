import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../kernel/event.js';
import { periodOfDays } from '../../kernel/period.js';
import { FieldRefused } from '../../kernel/refusal.js';
import { RequiresRole } from '../../platform/access/access-rule.js';
import { CurrentActor } from '../../platform/access/current-actor.js';
import { StatementQuery } from '../projections/statement/statement.query.js';
import { StatementAnswer, statementAnswer, StatementQueryDto } from './statement-answers.js';

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
  constructor(private readonly statements: StatementQuery) {}

  @Get(':partnerOds')
  @ApiOperation({
    summary: 'Show the account of your body and another over a period: balances, movements and disputes',
    description:
      'Both bodies read the same figures. A document is owed by whoever took over from its debtor by the last day; one whose payer has to be chosen is in no balance. Cases go by their reference.',
  })
  @ApiParam({
    name: 'partnerOds',
    description: 'ODS code of the NHS body, or GSS code of the council, that yours has the account with.',
    example: 'QM7',
  })
  @ApiOkResponse({ type: StatementAnswer })
  async show(
    @Param('partnerOds') partner: string,
    @Query() { from, to }: StatementQueryDto,
    @CurrentActor() actor: Actor,
  ): Promise<Readonly<StatementAnswer>> {
    if (to < from)
      throw new FieldRefused('/to', 'out-of-order', 'The last day of the period comes before its first');
    const period = periodOfDays(from, to);
    return statementAnswer(await this.statements.between(actor, partner, period), period);
  }
}
