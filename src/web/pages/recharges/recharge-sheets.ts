import type { RechargeAnswer } from '../../../recharge/index.js';
import { dataSheet, type DataSheet, type SheetColumn } from '../../downloads/data-sheet.js';

type Recharge = Readonly<RechargeAnswer>;
type Line = Recharge['lines'][number];
type Payment = Recharge['payments'][number];

const LINES: readonly SheetColumn<Line>[] = [
  { name: 'Line', kind: 'count', value: ({ number }) => number },
  { name: 'Kind', kind: 'text', value: ({ kind }) => kind },
  { name: 'First day', kind: 'day', value: ({ from }) => from },
  { name: 'Last day', kind: 'day', value: ({ lastDay }) => lastDay },
  { name: 'Days', kind: 'count', value: ({ days }) => days },
  { name: 'Pounds a week', kind: 'money', value: ({ weekly }) => weekly?.amount },
  { name: 'Amount in pounds', kind: 'money', value: ({ amount }) => amount.amount },
  { name: 'Liable at the time', kind: 'text', value: ({ bodyAtTime }) => bodyAtTime },
  { name: 'Evidence', kind: 'text', value: ({ evidence }) => evidence.join(' ') },
  { name: 'Answer', kind: 'text', value: ({ answer }) => answer },
  { name: 'Queried because', kind: 'text', value: ({ queryReason }) => queryReason },
  { name: 'Rule', kind: 'text', value: ({ basis }) => basis.rule },
  { name: 'Version of the rule', kind: 'count', value: ({ basis }) => basis.version },
  { name: 'How sure the rule is', kind: 'text', value: ({ basis }) => basis.certainty },
];

const PAYMENTS: readonly SheetColumn<Payment>[] = [
  { name: 'Reference', kind: 'text', value: ({ paymentReference }) => paymentReference },
  { name: 'Paid on', kind: 'day', value: ({ paidOn }) => paidOn },
  { name: 'Amount in pounds', kind: 'money', value: ({ amount }) => amount.amount },
];

/** The lines of a recharge, each with the recharge that it is of. */
export function linesSheet({ rechargeRef, lines }: Recharge): DataSheet {
  return dataSheet('Lines', [ofRecharge<Line>(rechargeRef), ...LINES], lines);
}

export function paymentsSheet({ rechargeRef, payments }: Recharge): DataSheet {
  return dataSheet('Payments', [ofRecharge<Payment>(rechargeRef), ...PAYMENTS], payments);
}

function ofRecharge<Row>(rechargeRef: string): SheetColumn<Row> {
  return { name: 'Recharge', kind: 'text', value: () => rechargeRef };
}
