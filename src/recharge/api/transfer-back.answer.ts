import { ApiProperty } from '@nestjs/swagger';
import { figureOf, MoneyFigureAnswer } from '../../platform/http/wire/money-figure.answer.js';
import type { BridgingRechargeRow } from '../projections/bridging-recharge/bridging-recharge.query.js';
import { LiabilityLineAnswer, lineAnswer } from './liability-line.answer.js';

/** What the council owes an NHS body that paid after it was liable. */
export class TransferBackAnswer {
  @ApiProperty({ description: 'The NHS body, which paid and is owed.', example: 'QM7' })
  readonly creditor!: string;

  @ApiProperty({ description: 'The council, which was liable and owes.', example: 'E10000015' })
  readonly debtor!: string;

  @ApiProperty({
    enum: ['council-assessed-budget', 'actual-phb-rate'],
    description: 'Which weekly sum is owed, by the agreement.',
    example: 'council-assessed-budget',
  })
  readonly rate!: string;

  @ApiProperty({ type: MoneyFigureAnswer })
  readonly total!: Readonly<MoneyFigureAnswer>;

  @ApiProperty({ type: [LiabilityLineAnswer], description: 'None while the total is pending.' })
  readonly lines!: readonly Readonly<LiabilityLineAnswer>[];
}

export function transferBackAnswer(
  owed: NonNullable<BridgingRechargeRow['transferBack']>[number],
): Readonly<TransferBackAnswer> {
  const { creditor, debtor, rate, total, lines } = owed;
  return {
    ...{ creditor, debtor, rate, lines: lines.map(lineAnswer) },
    total: total.status === 'pending' ? total : figureOf(total.value, total.basis),
  };
}
