import type { AgedDebtAnswer, StatementAnswer } from '../../../recharge/index.js';
import { dataSheet, type DataSheet, type SheetColumn } from '../../downloads/data-sheet.js';

type Statement = Readonly<StatementAnswer>;
type Balance = Statement['councilOwes'];
type Line = Pick<Statement['entries'][number], 'rechargeRef' | 'caseRef' | 'owedBy' | 'bodyAtTime'>;
type AgedSide = AgedDebtAnswer['owedToYou'];

/** The tables of a statement by the names of their files. */
export const STATEMENT_TABLES = {
  balances: balancesSheet,
  movements: movementsSheet,
  disputes: disputesSheet,
  'disputes-by-reason': disputesByReasonSheet,
  'in-no-balance': waitingSheet,
} as const satisfies Record<string, (statement: Statement) => DataSheet>;

/** Every table of a statement. */
export function statementSheets(statement: Statement): readonly DataSheet[] {
  return Object.values(STATEMENT_TABLES).map((sheetOf) => sheetOf(statement));
}

type ByAge = Pick<AgedSide, 'upTo30' | 'upTo60' | 'upTo90' | 'over90' | 'total'>;

function sumsByAge(): readonly SheetColumn<ByAge>[] {
  return [
    { name: '0 to 30 days', kind: 'money', value: ({ upTo30 }) => upTo30.amount },
    { name: '31 to 60 days', kind: 'money', value: ({ upTo60 }) => upTo60.amount },
    { name: '61 to 90 days', kind: 'money', value: ({ upTo90 }) => upTo90.amount },
    { name: 'Over 90 days', kind: 'money', value: ({ over90 }) => over90.amount },
    { name: 'Total', kind: 'money', value: ({ total }) => total.amount },
  ];
}

function ofDocument<Row extends Line>(): readonly SheetColumn<Row>[] {
  return [
    { name: 'Recharge', kind: 'text', value: ({ rechargeRef }) => rechargeRef },
    { name: 'Case', kind: 'text', value: ({ caseRef }) => caseRef },
    { name: 'Owed by', kind: 'text', value: ({ owedBy }) => owedBy },
    { name: 'Liable at the time', kind: 'text', value: ({ bodyAtTime }) => bodyAtTime },
  ];
}

function balancesSheet({ council, nhsBody, councilOwes, nhsBodyOwes }: Statement): DataSheet {
  const sum = (name: string, of: (balance: Balance) => { readonly amount: string }) =>
    ({
      name,
      kind: 'money',
      value: ({ balance }) => of(balance).amount,
    }) as const satisfies SheetColumn<Owed>;
  interface Owed {
    readonly who: string;
    readonly balance: Balance;
  }
  const columns: readonly SheetColumn<Owed>[] = [
    { name: 'Who owes', kind: 'text', value: ({ who }) => who },
    sum('Opening', ({ opening }) => opening),
    sum('Documents', ({ recharges }) => recharges),
    sum('Credits', ({ credits }) => credits),
    sum('Payments', ({ payments }) => payments),
    sum('Closing', ({ closing }) => closing),
  ];
  return dataSheet('Balances', columns, [
    { who: nhsBody, balance: nhsBodyOwes },
    { who: council, balance: councilOwes },
  ]);
}

function movementsSheet({ entries }: Statement): DataSheet {
  const columns: readonly SheetColumn<Statement['entries'][number]>[] = [
    { name: 'Day', kind: 'day', value: ({ on }) => on },
    { name: 'What', kind: 'text', value: ({ kind }) => kind },
    { name: 'Reference', kind: 'text', value: ({ reference }) => reference },
    ...ofDocument<Statement['entries'][number]>(),
    { name: 'Amount in pounds', kind: 'money', value: ({ amount }) => amount.amount },
  ];
  return dataSheet('Movements', columns, entries);
}

function disputesSheet({ disputes }: Statement): DataSheet {
  const columns: readonly SheetColumn<Statement['disputes'][number]>[] = [
    ...ofDocument<Statement['disputes'][number]>(),
    { name: 'Line', kind: 'count', value: ({ line }) => line },
    { name: 'Why', kind: 'text', value: ({ reasonCode }) => reasonCode },
    { name: 'Queried on', kind: 'day', value: ({ queriedOn }) => queriedOn },
    { name: 'Days', kind: 'count', value: ({ ageDays }) => ageDays },
    { name: 'Amount in pounds', kind: 'money', value: ({ amount }) => amount.amount },
  ];
  return dataSheet('Disputes', columns, disputes);
}

function disputesByReasonSheet({ disputesByReason }: Statement): DataSheet {
  const columns: readonly SheetColumn<Statement['disputesByReason'][number]>[] = [
    { name: 'Why', kind: 'text', value: ({ reasonCode }) => reasonCode },
    { name: 'Lines', kind: 'count', value: ({ lines }) => lines },
    ...sumsByAge(),
  ];
  return dataSheet('Disputes by reason', columns, disputesByReason);
}

function waitingSheet({ waiting }: Statement): DataSheet {
  const columns: readonly SheetColumn<Statement['waiting'][number]>[] = [
    { name: 'Recharge', kind: 'text', value: ({ rechargeRef }) => rechargeRef },
    { name: 'Case', kind: 'text', value: ({ caseRef }) => caseRef },
    { name: 'Unpaid in pounds', kind: 'money', value: ({ outstanding }) => outstanding.amount },
    { name: 'What is missing', kind: 'text', value: ({ missing }) => missing.reason },
    { name: 'Who can say', kind: 'text', value: ({ missing }) => missing.suppliedBy },
  ];
  return dataSheet('In no balance', columns, waiting);
}

/** What is unpaid by reason and age, on both sides, each with its total as the API gives it. */
export function agedDebtSheet({ asAt, owedToYou, owedByYou }: Readonly<AgedDebtAnswer>): DataSheet {
  interface Aged extends ByAge {
    readonly side: string;
    readonly reason: string;
    readonly queryReason?: string;
    readonly documents?: number;
  }
  const columns: readonly SheetColumn<Aged>[] = [
    { name: 'As at', kind: 'day', value: () => asAt },
    { name: 'Side', kind: 'text', value: ({ side }) => side },
    { name: 'Why it is unpaid', kind: 'text', value: ({ reason }) => reason },
    { name: 'Queried because', kind: 'text', value: ({ queryReason }) => queryReason },
    { name: 'Documents', kind: 'count', value: ({ documents }) => documents },
    ...sumsByAge(),
  ];
  const rowsOf = (side: string, { reasons, ...totals }: AgedSide): readonly Aged[] => [
    ...reasons.map((reason) => ({ side, ...reason })),
    { side, reason: 'all', ...totals },
  ];
  return dataSheet('Unpaid', columns, [
    ...rowsOf('owed to your body', owedToYou),
    ...rowsOf('owed by your body', owedByYou),
  ]);
}
