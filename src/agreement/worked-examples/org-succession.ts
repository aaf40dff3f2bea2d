import { isPlainDate, type PlainDate } from '../../kernel/plain-date.js';
import { NotUnderstood, type WorkedExampleKind } from '../../kernel/worked-example.js';
import { organisationDirectory } from '../domain/loaded-organisations.js';

/** Which integrated care board stands for the code of a former CCG on a day. */
export const orgSuccessionExample: WorkedExampleKind = {
  kind: 'org_succession',
  compute(inputs, expected) {
    const asOf = asOfDay(inputs);
    const codes = codesAskedFor(expected) ?? locationsOn(asOf);
    return { rows: codes.map((code) => succession(code, asOf)) };
  },
};

function asOfDay({ as_of: asOf, ...others }: Readonly<Record<string, unknown>>): PlainDate {
  const [unknown] = Object.keys(others);
  if (unknown !== undefined) throw new NotUnderstood(`the input ${unknown} is not known`);
  if (typeof asOf !== 'string' || !isPlainDate(asOf)) throw new NotUnderstood('as_of is not a date');
  return asOf;
}

/** The rows name the codes that they are about; an example that names none is about all of them. */
function codesAskedFor({ rows }: Readonly<Record<string, unknown>>): readonly string[] | undefined {
  if (!Array.isArray(rows)) return undefined;
  const codes = rows.map(
    (row: unknown) => (row as { ods_ccg_now_sub_icb?: unknown } | null)?.ods_ccg_now_sub_icb,
  );
  return codes.every((code) => typeof code === 'string') ? codes : undefined;
}

function locationsOn(day: PlainDate): readonly string[] {
  const codes = organisationDirectory.all().map(({ code }) => code);
  return codes.filter((code) => organisationDirectory.kindOn(code, day) === 'sub-icb-location');
}

function succession(code: string, asOf: PlainDate): Record<string, unknown> {
  const ccg = organisationDirectory.find(code);
  if (ccg === undefined) throw new NotUnderstood(`${code} is not a body that is loaded`);
  if (organisationDirectory.kindOn(code, asOf) !== 'sub-icb-location')
    throw new NotUnderstood(`${code} is not a sub-ICB location on ${asOf}`);
  const board = organisationDirectory.bodyOn(code, asOf);
  if (board === undefined)
    throw new NotUnderstood(`which board stands for ${code} on ${asOf} needs a choice`);
  return {
    ods_ccg_now_sub_icb: code,
    gss_ccg: ccg.gss,
    ccg: ccg.name,
    ods_icb: board.code,
    gss_icb: board.gss,
    // The examples leave out what all boards have in common.
    icb: board.name.replace(/^NHS /, '').replace(/ ICB$/, ''),
  };
}
