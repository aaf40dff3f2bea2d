import { ApiProperty } from '@nestjs/swagger';
import { MoneyDto, moneyOf, type Money } from '../../../platform/http/wire/money.dto.js';
import {
  ImportAnswer,
  ImportRowAnswer,
  ImportTotalsAnswer,
} from '../../../platform/imports/import.answer.js';
import type { PaymentImportReport } from '../../commands/payment-import-report.js';

/** What became of a payment, or would. */
export class PaymentRowAnswer extends ImportRowAnswer {
  @ApiProperty({ example: 'TC-7F3K92QD1M' })
  readonly caseReference!: string;

  @ApiProperty({ example: 'DP-0001' })
  readonly paymentReference!: string;
}

/** The rows counted, and the sum of those that are or would be imported. */
export class PaymentImportTotalsAnswer extends ImportTotalsAnswer {
  @ApiProperty({ type: MoneyDto })
  readonly amount!: Money;
}

/** What became of a file of payments, or would. */
export class PaymentImportAnswer extends ImportAnswer {
  @ApiProperty({ type: [PaymentRowAnswer] })
  readonly rows!: readonly Readonly<PaymentRowAnswer>[];

  @ApiProperty({ type: PaymentImportTotalsAnswer })
  readonly totals!: Readonly<PaymentImportTotalsAnswer>;
}

export function paymentImportAnswer(
  { rows, totals, position }: PaymentImportReport,
  dryRun: boolean,
): Readonly<PaymentImportAnswer> {
  const { amountPence, ...counts } = totals;
  return {
    dryRun,
    rows: rows.map(({ line, caseReference, paymentReference, result, reasons }) => ({
      line,
      caseReference,
      paymentReference,
      result,
      reasons,
    })),
    totals: { ...counts, amount: moneyOf(amountPence) },
    ...(position !== undefined && { position }),
  };
}
