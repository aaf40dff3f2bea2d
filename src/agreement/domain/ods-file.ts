import { isPlainDate, addDays, type PlainDate } from '../../kernel/plain-date.js';
import type { Organisation, OrganisationDirectory, OrganisationKind } from './organisation.js';
import type { OrganisationRows } from './organisation-rows.js';

/** What a file of the Organisation Data Service can be a list of. It does not say so itself, so whoever imports it does. */
export const ODS_KINDS = [
  'integrated-care-board',
  'clinical-commissioning-group',
  'sub-icb-location',
] as const satisfies readonly OrganisationKind[];

export type OdsKind = (typeof ODS_KINDS)[number];

/** The files have no header: 27 columns, of which these are read (docs/ods-files.md has all). */
const COLUMNS = 27;
const COLUMN = { code: 0, name: 1, openedOn: 10, closedOn: 11 } as const;

/** What becomes of one line. A line that is refused leaves the list as it is, and so does one that is kept. */
export interface OdsRowResult {
  /** From 1. */
  readonly line: number;
  readonly code: string;
  readonly outcome: 'added' | 'renamed' | 'closed' | 'same' | 'kept' | 'refused';
  /** Why, or what changed; absent where there is nothing to say. */
  readonly detail?: string;
}

export interface OdsImport {
  readonly results: readonly OdsRowResult[];
  /** The list with what the file adds. */
  readonly rows: OrganisationRows;
}

interface OdsBody {
  readonly code: string;
  readonly name: string;
  readonly openedOn: PlainDate;
  /** The last day. */
  readonly closedOn?: PlainDate;
}

/**
 * Puts the lines of a file into the list of bodies. The file is no authority on who took over: a body that it closes has no
 * successor until somebody names one, so that its debts wait. A body that the list has ended stays so, because the code of a
 * CCG goes on in the files as that of a place.
 *
 * @param lines the fields of each line, in the order of the file
 */
export function importOdsFile(
  rows: OrganisationRows,
  lines: readonly (readonly string[])[],
  kind: OdsKind,
  directory: Pick<OrganisationDirectory, 'kindOn'>,
): OdsImport {
  const byCode = new Map(rows.organisations.map((each) => [each.code, each]));
  const seen = new Set<string>();
  const results = lines.map((fields, index): OdsRowResult => {
    const line = index + 1;
    const code = (fields[COLUMN.code] ?? '').trim();
    const body = bodyOf(fields, directory);
    if (typeof body === 'string') return { line, code, outcome: 'refused', detail: body };
    if (seen.has(code)) return { line, code, outcome: 'refused', detail: `${code} is in the file twice` };
    seen.add(code);
    const { change, ...result } = changeBy(body, kind, byCode.get(code));
    if (change !== undefined) byCode.set(code, change);
    return { line, code, ...result };
  });
  return { results, rows: { ...rows, organisations: [...byCode.values()] } };
}

/** The body of a line, or why the line cannot be read. */
function bodyOf(
  fields: readonly string[],
  directory: Pick<OrganisationDirectory, 'kindOn'>,
): OdsBody | string {
  if (fields.length !== COLUMNS)
    return `The line has ${fields.length} columns, and a file of the Organisation Data Service has ${COLUMNS}`;
  const text = (column: number) => (fields[column] ?? '').trim();
  const [code, name] = [text(COLUMN.code), text(COLUMN.name)];
  const openedOn = dayOf(text(COLUMN.openedOn));
  const closedOn = dayOf(text(COLUMN.closedOn));
  if (/^E0[6-9]\d{6}$|^E10\d{6}$/.test(code))
    return directory.kindOn(code, openedOn ?? ('1974-04-01' as PlainDate)) === 'district-council'
      ? `${code} is a shire district, which has no adult social care duty`
      : `${code} is the code of a council, and councils are not in these files`;
  if (!/^[A-Z0-9]{3,5}$/.test(code)) return `"${code}" is not an ODS code`;
  if (name === '') return `${code} has no name`;
  if (openedOn === undefined) return `${code} has no opening date such as 20220701`;
  if (closedOn === undefined && text(COLUMN.closedOn) !== '')
    return `${code} has a closing date that is none: ${text(COLUMN.closedOn)}`;
  if (closedOn !== undefined && closedOn < openedOn) return `${code} closes before it opens`;
  return { code, name, openedOn, ...(closedOn && { closedOn }) };
}

/** A day as the files write it: `20220701`. */
function dayOf(text: string): PlainDate | undefined {
  const day = text.replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3');
  return isPlainDate(day) ? day : undefined;
}

type Change = Omit<OdsRowResult, 'line' | 'code'> & { readonly change?: Organisation };

function changeBy(body: OdsBody, kind: OdsKind, before: Organisation | undefined): Change {
  const { code, name, openedOn, closedOn } = body;
  const until = closedOn && addDays(closedOn, 1);
  if (before === undefined) {
    const change = { code, name, kind, legal: { from: openedOn, ...(until && { until }) } };
    return { outcome: 'added', change };
  }
  if (before.kind !== kind) {
    const livesOn = before.kind === 'clinical-commissioning-group' && kind === 'sub-icb-location';
    return livesOn && before.legal.until !== undefined
      ? { outcome: 'kept', detail: `${code} was ${before.name} until it became the code of a place` }
      : { outcome: 'refused', detail: `${code} is listed as ${before.kind}, not as ${kind}` };
  }
  if (before.legal.until !== undefined && before.legal.until !== until)
    return { outcome: 'kept', detail: `The list ends ${code} with ${addDays(before.legal.until, -1)}` };
  if (until !== undefined && before.legal.until === undefined) {
    const legal = { ...before.legal, until };
    if (until <= legal.from)
      return { outcome: 'refused', detail: `${code} closes before the list has it begin` };
    return {
      outcome: 'closed',
      detail: `Closed with ${closedOn ?? ''}; who took over has to be named in the list`,
      change: { ...before, legal },
    };
  }
  // The files write names in capitals, which is no other name.
  return sameName(before.name, name)
    ? { outcome: 'same' }
    : { outcome: 'renamed', detail: `${before.name} is now ${name}`, change: { ...before, name } };
}

function sameName(left: string, right: string): boolean {
  const plain = (name: string) =>
    name
      .toUpperCase()
      .replace(/INTEGRATED CARE BOARD$/, 'ICB')
      .replace(/&/g, 'AND');
  return plain(left) === plain(right);
}
