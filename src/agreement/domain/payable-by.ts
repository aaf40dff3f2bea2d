import { includes } from '../../kernel/period.js';
import { dateInWords, type PlainDate } from '../../kernel/plain-date.js';
import type { Organisation, OrganisationDirectory, PayableBy, Succession } from './organisation.js';

type Successions = Pick<OrganisationDirectory, 'find' | 'successionOf'>;

/**
 * Who owes on the date of a document what `code` incurred: the body itself while it exists, else its successor, step by
 * step. Pending, with the choice named, where a body was split.
 *
 * Source of the rule: rights and liabilities pass to the successor, National Health Service Act 2006, section 14Z28
 * (sourced); that a split is never guessed (product decision).
 */
export function payableBy(
  directory: Successions,
  code: string,
  documentDate: PlainDate,
  path: readonly Succession[] = [],
): PayableBy {
  const organisation = directory.find(code);
  if (organisation === undefined) return waitsFor('organisation', `${code} is not a body that is loaded`);
  if (includes(organisation.legal, documentDate)) return { status: 'known', organisation, path };
  if (documentDate < organisation.legal.from) {
    const day = dateInWords(documentDate);
    return waitsFor('document-date', `${organisation.name} did not exist yet on ${day}`);
  }
  const succession = directory.successionOf(code);
  if (succession === undefined)
    return waitsFor('successor', `Who took over from ${organisation.name} is not loaded`);
  const [successor, ...others] = succession.to;
  return successor?.code === undefined || others.length > 0
    ? choiceBetween(organisation, succession)
    : payableBy(directory, successor.code, documentDate, [...path, succession]);
}

function choiceBetween({ name }: Organisation, { effectiveOn, to }: Succession): PayableBy {
  const successors = to.map((each) => (each.area === undefined ? each.name : `${each.name} (${each.area})`));
  const since = `${name} was replaced on ${dateInWords(effectiveOn)} by ${successors.join(' and ')}`;
  return to.length === 1
    ? waitsFor('successor-code', `${since}, whose code is not loaded`)
    : waitsFor('successor', `${since}; which of them pays has to be chosen`);
}

function waitsFor(fact: string, reason: string): PayableBy {
  const suppliedBy =
    fact === 'successor' ? 'the finance teams of both bodies' : 'the administrator of the list of bodies';
  return { status: 'pending', missing: { fact, reason, suppliedBy } };
}
