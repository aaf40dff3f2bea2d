import { penceFromPounds } from '../../kernel/pence.js';
import type { Money } from '../../platform/http/wire/money.dto.js';
import { pounds } from '../words/money.js';
import { barsPicture } from './bars.js';
import type { Fill, Picture } from './picture.js';

/** What is unpaid for one reason: by how long, as the API gives each sum. */
export interface AgedRow {
  readonly text: string;
  /** Unpaid for up to 30, 60 and 90 days, for longer, and in all. */
  readonly sums: readonly Readonly<Money>[];
}

const AGES: readonly { readonly text: string; readonly fill: Fill }[] = [
  { text: 'Up to 30 days', fill: 'nothing' },
  { text: '31 to 60', fill: 'forecast' },
  { text: '61 to 90', fill: 'bridging' },
  { text: 'Over 90', fill: 'disputed' },
];

/** Why money is unpaid, and for how long: a bar for each reason. What is to be returned has no length. */
export function agedDebtPicture(id: string, title: string, rows: readonly AgedRow[]): Picture {
  return barsPicture({
    id,
    title,
    says: rows.length === 0 ? 'Nothing is unpaid.' : 'How long it has been unpaid, by reason.',
    key: AGES,
    rows: rows.map(({ text, sums }) => ({
      name: text,
      parts: AGES.map(({ fill }, index) => ({
        size: Math.max(0, penceFromPounds(sums[index]?.amount ?? '0.00')),
        fill,
      })),
      text: pounds(sums[AGES.length]?.amount ?? '0.00'),
    })),
    table: {
      head: [
        { text: 'Reason' },
        ...[...AGES.map(({ text }) => text), 'In all'].map((text) => ({ text, numeric: true })),
      ],
      rows: rows.map(({ text, sums }) => [text, ...sums.map(({ amount }) => pounds(amount))]),
    },
  });
}
