import type { FoundPeopleAnswer, PersonDetailsAnswer } from '../../../people/index.js';
import type { ProblemContent } from '../../../platform/http/problems/problem.js';
import type { CaseSummaryAnswer } from '../../../transfer-case/index.js';
import { drawnForm } from '../../forms/drawn-form.js';
import { typedText, type FormField, type TypedValues } from '../../forms/form-field.js';
import { dataTable } from '../../page/data-table.js';
import { Page } from '../../page/page.js';
import { dayInWords } from '../../words/days.js';
import { stageWords } from '../../words/stage-words.js';
import type { SummaryRow } from '../transfer-case/case-facts.js';

interface Removable {
  readonly removedOn?: string;
}

/** A person whose page is shown. */
export interface ShownPerson {
  readonly personId: string;
  readonly cases: readonly Readonly<CaseSummaryAnswer>[];
  /** The draft of an alert that may take this person. */
  readonly draft: string | undefined;
}

export function foundPage(
  fields: readonly FormField[],
  values: TypedValues,
  draft: string | undefined,
  { found, problem }: { readonly found?: FoundPeopleAnswer; readonly problem?: ProblemContent } = {},
): Page {
  const purpose = typedText(values, 'purpose');
  const model = {
    title: 'Find a person',
    draft,
    ...drawnForm(fields, values, problem),
    ...(found && {
      more: found.more,
      found: found.people.map(({ personId, name, birthDate, exact }) => ({
        personId,
        name: removable(name, ({ given = '', family = '' }) => `${given} ${family}`.trim()),
        born:
          birthDate === undefined
            ? ''
            : removable(birthDate, ({ date }) => (date === undefined ? '' : dayInWords(date))),
        exact,
        href: `/people/${personId}?purpose=${purpose}${draft === undefined ? '' : `&draft=${draft}`}`,
      })),
    }),
  };
  return new Page('pages/people/search.njk', model, problem === undefined ? 200 : problem.status);
}

export function detailsFormPage(
  fields: readonly FormField[],
  values: TypedValues,
  draft: string | undefined,
  problem?: ProblemContent,
): Page {
  const model = {
    title: 'Record a person',
    draft,
    key: typedText(values, '_key'),
    ...drawnForm(fields, values, problem),
  };
  return new Page('pages/people/new.njk', model, problem === undefined ? 200 : problem.status);
}

/** Asks what the details are needed for, before they are shown. */
export function purposePage({ personId, cases, draft }: ShownPerson, purpose: FormField | undefined): Page {
  return new Page('pages/people/person.njk', {
    title: `Person ${personId}`,
    personId,
    draft,
    cases: casesTable(cases),
    purpose: purpose === undefined ? undefined : drawnForm([purpose], {}).fields[0],
  });
}

export function personPage({ personId, cases, draft }: ShownPerson, person: PersonDetailsAnswer): Page {
  return new Page('pages/people/person.njk', {
    title: `Person ${personId}`,
    personId,
    draft,
    cases: casesTable(cases),
    rows: detailRows(person),
  });
}

function detailRows({ name, nhsNumber, birthDate, contact }: PersonDetailsAnswer): readonly SummaryRow[] {
  const row = (key: string, text: string | undefined): readonly SummaryRow[] =>
    text === undefined || text === '' ? [] : [{ key, text }];
  return [
    ...row(
      'Name',
      removable(name, ({ given = '', family = '' }) => `${given} ${family}`.trim()),
    ),
    ...row('NHS number', nhsNumber && removable(nhsNumber, ({ number = '' }) => number)),
    ...row(
      'Date of birth',
      birthDate && removable(birthDate, ({ date }) => (date === undefined ? '' : dayInWords(date))),
    ),
    ...row(
      'Address',
      contact &&
        removable(contact, ({ addressLines = [], postcode }) =>
          [...addressLines, ...(postcode === undefined ? [] : [postcode])].join(', '),
        ),
    ),
    ...row('Telephone', contact?.telephone),
    ...row('Email', contact?.email),
  ];
}

function removable<Detail extends Removable>(detail: Detail, show: (detail: Detail) => string): string {
  return detail.removedOn === undefined ? show(detail) : `Removed on ${dayInWords(detail.removedOn)}`;
}

function casesTable(cases: readonly Readonly<CaseSummaryAnswer>[]) {
  return dataTable(
    'Cases',
    cases,
    [
      { text: 'Case', cell: ({ caseRef }) => ({ text: caseRef, href: `/cases/${caseRef}` }) },
      { text: 'Stage', cell: ({ stage }) => stageWords[stage as keyof typeof stageWords] },
      { text: 'Alert raised', cell: ({ alertedOn }) => dayInWords(alertedOn) },
    ],
    'No case of your organisation is about this person.',
  );
}
