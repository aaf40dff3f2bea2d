import { londonDateOf } from '../../src/kernel/plain-date.js';

/** The figures that somebody reads on a page, or that an answer of the API holds, in the API's own writing. */
export interface Figures {
  /** `1234.50`, `-12.00`: as often as they stand there. */
  readonly amounts: readonly string[];
  /** `2024-03-07` */
  readonly days: ReadonlySet<string>;
  /** Whole numbers and decimals that stand alone or count something. */
  readonly counts: ReadonlySet<string>;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const AMOUNT = /([−-]?)£([\d,]+(?:\.\d+)?)/g;
const DAY = new RegExp(`\\b(\\d{1,2}) (${MONTHS.join('|')})[a-z]* (\\d{4})\\b`, 'g');
const ISO_DAY = /\b\d{4}-\d{2}-\d{2}\b/g;
const INSTANT = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/;
const ALONE = /^-?\d[\d,]*(?:\.\d+)?$/;
const COUNTED =
  /(?<![\w£.,−-])(\d[\d,]*(?:\.\d+)?) (?:days?|weeks?|months?|years?|hours?|jobs?|lines?|cases?|facts?|figures?|PAs?)\b/g;
const IN_BRACKETS = /\((\d+)\)/g;
const STEP = /\bStep (\d+)(?: of (\d+))?/g;
const NUMBER = /\d[\d,]*(?:\.\d+)?/g;

/** What stands in the main part of a page, line by line as it is read, whether it is folded or not. Forms are what is asked. */
export function linesOfPage(html: string): readonly string[] {
  const [main = ''] = /<main[\s\S]*<\/main>/.exec(html) ?? [];
  return main
    .replaceAll(/<form[\s\S]*?<\/form>/g, '\n')
    .replaceAll(/<\/?(?:a|span|strong|code)\b[^>]*>/g, '')
    .replaceAll(/<[^>]*>/g, '\n')
    .replaceAll(/&(?:#(\d+)|(\w+));/g, (_, code: string | undefined, name: string | undefined) =>
      code === undefined ? (ENTITIES[name ?? ''] ?? '') : String.fromCodePoint(Number(code)),
    )
    .split('\n')
    .map((line) => line.replaceAll(/\s+/g, ' ').trim())
    .filter((line) => line !== '');
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ' };

/** The rows of the tables and lists of facts of a page, cell by cell, with sums and days in the writing of the API. */
export function rowsOfPage(html: string): readonly (readonly string[])[] {
  const rows = html.match(/<tr[\s\S]*?<\/tr>|<div class="govuk-summary-list__row[\s\S]*?<\/dl>/g) ?? [];
  return rows
    .flatMap((row) => (row.startsWith('<tr') ? [row] : row.split('<div class="govuk-summary-list__row')))
    .map((row) =>
      (row.match(/<(t[hd]|d[td])\b[\s\S]*?<\/\1>/g) ?? []).map((cell) =>
        linesOfPage(`<main>${cell}</main>`).map(asApi).join(' '),
      ),
    );
}

/** The rows that are to be on a page and are not: each by what it begins with, in any case, and what stands behind that in this order. */
export function rowsAmiss(
  rows: readonly (readonly string[])[],
  expected: readonly (readonly string[])[],
): readonly string[] {
  return expected
    .filter(
      ([name = '', ...cells]) =>
        !rows.some(
          ([first = '', ...rest]) =>
            first.toLowerCase().startsWith(name.toLowerCase()) && inOrder(rest, cells),
        ),
    )
    .map((row) => `no row says ${row.join(' | ')}`);
}

function inOrder(cells: readonly string[], wanted: readonly string[]): boolean {
  const [next, ...others] = wanted;
  if (next === undefined) return true;
  const at = cells.findIndex(
    (cell) => cell === next || cell.startsWith(`${next} `) || cell.startsWith(`${next},`),
  );
  return at !== -1 && inOrder(cells.slice(at + 1), others);
}

function asApi(line: string): string {
  return line
    .replaceAll(AMOUNT, (_, sign: string, amount: string) => `${sign && '-'}${plain(amount)}`)
    .replaceAll(DAY, isoDay);
}

export function figuresOnPage(html: string): Figures {
  const lines = linesOfPage(html);
  return {
    amounts: lines.flatMap(amountsIn),
    days: new Set(lines.flatMap(daysIn)),
    counts: new Set(lines.flatMap(countsIn)),
  };
}

/** Everything that an answer holds, its explanations included. */
export function figuresInAnswer(answer: unknown): Figures {
  const amounts: string[] = [];
  const days = new Set<string>();
  const counts = new Set<string>();
  const walk = (value: unknown, name: string, isMoney: boolean): void => {
    if (typeof value === 'number') {
      counts.add(String(Math.abs(value)));
      if (isPence(name) && Number.isSafeInteger(value)) amounts.push(poundsFrom(String(value)));
    } else if (typeof value === 'string') {
      if (isMoney && /^-?\d+\.\d{2}$/.test(value)) amounts.push(value);
      else if (isPence(name) && /^-?\d+$/.test(value)) amounts.push(poundsFrom(value));
      else amounts.push(...amountsIn(value));
      if (INSTANT.test(value)) days.add(londonDateOf(new Date(value)));
      else for (const day of [...daysIn(value), ...(value.match(ISO_DAY) ?? [])]) days.add(day);
      for (const count of value.match(NUMBER) ?? []) counts.add(plain(count));
    } else if (Array.isArray(value)) {
      counts.add(String(value.length));
      for (const item of value) walk(item, name, false);
    } else if (typeof value === 'object' && value !== null) {
      const sums = 'currency' in value ? SUMS : NONE;
      for (const [member, of] of Object.entries(value)) walk(of, member, sums.has(member));
    }
  };
  walk(answer, '', false);
  return { amounts, days, counts };
}

/** Members that are pounds where a currency stands beside them. */
const SUMS: ReadonlySet<string> = new Set(['amount', 'before', 'after']);
const NONE: ReadonlySet<string> = new Set();

/**
 * What is wrong with the figures of a page: those that none of the answers holds on which it rests, and amounts that are to be
 * shown and are not, or not as often. Empty when nothing is.
 *
 * @param shown the parts of the answers whose every amount the page shows
 */
export function figuresAmiss(page: Figures, answers: unknown, shown: unknown): readonly string[] {
  const held = figuresInAnswer(answers);
  const amounts = new Set(held.amounts);
  const times = (all: readonly string[], one: string) => all.filter((each) => each === one).length;
  const expected = figuresInAnswer(shown).amounts;
  return [
    ...new Set(
      page.amounts.filter((amount) => !amounts.has(amount)).map((amount) => `no answer has ${amount}`),
    ),
    ...[...page.days].filter((day) => !held.days.has(day)).map((day) => `no answer has the day ${day}`),
    ...[...page.counts]
      .filter((count) => !held.counts.has(count))
      .map((count) => `no answer counts ${count}`),
    ...[...new Set(expected)]
      .filter((amount) => times(page.amounts, amount) < times(expected, amount))
      .map(
        (amount) => `${amount} is shown ${times(page.amounts, amount)} times of ${times(expected, amount)}`,
      ),
  ];
}

function amountsIn(text: string): readonly string[] {
  return [...text.matchAll(AMOUNT)].map(([, sign = '', amount = '']) => `${sign && '-'}${plain(amount)}`);
}

function daysIn(text: string): readonly string[] {
  return [...text.matchAll(DAY)].map(([match, day = '', month = '', year = '']) =>
    isoDay(match, day, month, year),
  );
}

function isoDay(_match: string, day: string, month: string, year: string): string {
  return `${year}-${String(MONTHS.indexOf(month) + 1).padStart(2, '0')}-${day.padStart(2, '0')}`;
}

function countsIn(line: string): readonly string[] {
  if (ALONE.test(line)) return [plain(line.replace('-', ''))];
  return [COUNTED, IN_BRACKETS, STEP].flatMap((pattern) =>
    [...line.matchAll(pattern)].flatMap(([, ...numbers]) => numbers.filter(Boolean).map(plain)),
  );
}

function plain(number: string): string {
  return number.replaceAll(',', '').replace(/\.$/, '');
}

function isPence(name: string): boolean {
  return name === 'pence' || name.endsWith('Pence');
}

/** `-61250` as `-612.50` */
function poundsFrom(pence: string): string {
  const digits = pence.replace('-', '').padStart(3, '0');
  return `${pence.startsWith('-') ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
