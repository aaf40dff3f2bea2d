import { isPlainDate } from '../../kernel/plain-date.js';
import type { Money } from '../../platform/http/wire/money.dto.js';
import { dayInWords, shortDay } from './days.js';
import { explanationOf, restsOnUnverified } from './explanation.js';
import { momentInWords } from './moments.js';
import { pounds } from './money.js';
import { organisationName } from './organisation-name.js';
import { sentenceOf } from './sentences.js';

const day = (show: (date: string) => string) => (value: unknown) =>
  typeof value === 'string' && isPlainDate(value) ? show(value) : '';

/** What templates say days, sums, codes and explanations with. A value that is not there shows as nothing. */
export const filters: Readonly<Record<string, (value: never) => unknown>> = {
  /** `27 March 2024` */
  day: day(dayInWords),
  /** `27 Mar 2024`, for tables. */
  shortDay: day(shortDay),
  /** `27 March 2024 at 5:30pm`, in London. */
  moment: (value: unknown) => (typeof value === 'string' ? momentInWords(value) : ''),
  /** `£1,234.50`, `−£12.00` */
  pounds: (value: Money | undefined) => (value === undefined ? '' : pounds(value.amount)),
  /** `open-bridging` as `Open bridging`. */
  words: (value: unknown) => (typeof value === 'string' ? sentenceOf(value) : ''),
  /** The explanation of a figure, for `components/basis.njk`. */
  explained: explanationOf,
  restsOnUnverified,
  organisation: (value: unknown) => (typeof value === 'string' ? organisationName(value) : ''),
};
