import { OPTION_DESCRIPTIONS } from '../../../agreement/index.js';
import type { Figure } from '../../../kernel/figure.js';
import type { BodySide } from '../../../platform/access/side-of-role.js';
import type { CaseAnswer, CaseSummaryAnswer, DeadlinesAnswer } from '../../../transfer-case/index.js';
import { dataTable } from '../../page/data-table.js';
import { Page } from '../../page/page.js';
import { dayInWords, daysLeftInWords } from '../../words/days.js';
import { organisationName } from '../../words/organisation-name.js';
import { sentenceOf } from '../../words/sentences.js';
import { stageTag, waitingWords } from '../../words/stage-words.js';
import type { PossibleCommands } from '../commands/possible-commands.js';
import { caseSections } from './case-addresses.js';
import { factRows, type SummaryRow } from './case-facts.js';

/** The day of liability as the API explains it. */
type LiabilityFigure = Figure<NonNullable<CaseSummaryAnswer['liability']>>;

export interface ShownCase {
  readonly answer: Readonly<CaseAnswer>;
  readonly deadlines: Readonly<DeadlinesAnswer>;
  readonly possible: PossibleCommands;
  /** Whoever looks may open the details of people. */
  readonly mayOpenPeople: boolean;
  /** The side for which whoever looks may say who works the case; absent for who may not. */
  readonly ownSide?: BodySide | undefined;
  readonly done?: string | undefined;
}

export function casePage({ answer, deadlines, possible, mayOpenPeople, ownSide, done }: ShownCase): Page {
  const { caseRef, stage, agreement, agreementChange } = answer;
  return new Page('pages/case.njk', {
    title: `Case ${caseRef}`,
    stage: stageTag(stage),
    sections: caseSections(caseRef, ''),
    caseRef,
    summary: summaryOf(answer, mayOpenPeople, ownSide),
    facts: factRows(answer.facts),
    liability: liabilityOf(answer),
    deadlines: deadlinesTable(deadlines.items),
    ...possible,
    ...(agreement !== undefined && {
      agreement: {
        id: agreement.agreementId,
        version: agreement.version,
        vehicle: sentenceOf(agreement.legalVehicle),
        settings: settingsTable(agreement.options),
      },
    }),
    ...(agreementChange !== undefined && { agreementChange }),
    done,
  });
}

function summaryOf(
  answer: Readonly<CaseAnswer>,
  mayOpenPeople: boolean,
  ownSide: BodySide | undefined,
): readonly SummaryRow[] {
  const { caseRef, personReference, council, nhsBody, alertedOn, waitingOn, assistants } = answer;
  const { caseworker, counterpart } = answer;
  const change = { text: 'Change', href: `/cases/${caseRef}/do/assignments`, hidden: 'who works the case' };
  const workerRow = (key: string, worker: typeof caseworker, side: BodySide): SummaryRow => ({
    key,
    text: worker?.name ?? worker?.id ?? 'Nobody works it yet',
    ...(side === ownSide && { action: change }),
  });
  return [
    ...personRow(personReference, mayOpenPeople),
    { key: 'Council', text: organisationName(council) },
    { key: 'NHS body', text: organisationName(nhsBody) },
    { key: 'Alert raised', text: dayInWords(alertedOn) },
    { key: 'PAs named in the alert', text: String(assistants.length) },
    workerRow('At the council', caseworker, 'council'),
    workerRow('At the NHS body', counterpart, 'nhs'),
    { key: 'Waiting for', text: waitingWords(waitingOn) },
  ];
}

/** The API leaves the reference out for roles that need not know it. */
function personRow(personReference: string | undefined, mayOpen: boolean): readonly SummaryRow[] {
  if (personReference === undefined) return [];
  const person = { key: 'Person', text: personReference };
  return [
    mayOpen && isPersonId(personReference) ? { ...person, href: `/people/${personReference}` } : person,
  ];
}

/** True for a reference that Handover itself keeps the details of a person under. */
function isPersonId(personReference: string): boolean {
  return personReference.startsWith('PN-');
}

function liabilityOf({ liability }: Readonly<CaseAnswer>) {
  const figure = liability as LiabilityFigure & { readonly missing?: readonly object[] };
  if (figure.status === 'pending') return { missing: figure.missing };
  const { startsOn, rule, held } = figure.value;
  return {
    startsOn: dayInWords(startsOn),
    rule,
    basis: figure.basis,
    ...(held && {
      held: `${dayInWords(held.from)} to ${dayInWords(held.lastDay)}`,
      missing: figure.missing ?? [],
    }),
  };
}

const ALSO = new Intl.ListFormat('en-GB');

function deadlinesTable(items: DeadlinesAnswer['items']) {
  return dataTable(
    'Deadlines',
    items,
    [
      { text: 'What', cell: ({ kind }) => sentenceOf(kind) },
      { text: 'Due', cell: ({ dueOn }) => dayInWords(dueOn) },
      {
        text: 'Days left',
        cell: ({ metOn, daysLeft }) =>
          metOn === undefined ? daysLeftInWords(daysLeft ?? 0) : `Met ${dayInWords(metOn)}`,
      },
      {
        text: 'Put before, once it has passed',
        cell: ({ escalateTo = [] }) => ALSO.format(escalateTo.map(({ post }) => post)),
      },
    ],
    'Nothing is due.',
  );
}

function settingsTable(options: Readonly<Record<string, string | number>>) {
  const settings = OPTION_DESCRIPTIONS.filter(({ option }) => option in options);
  return dataTable(
    'Settings of the agreement',
    settings,
    [
      { text: 'Setting', cell: ({ option }) => sentenceOf(option) },
      { text: 'Chosen', cell: ({ option }) => chosen(options[option]) },
      { text: 'What it decides', cell: ({ explanation }) => explanation },
    ],
    'The agreement leaves every setting as it comes.',
  );
}

function chosen(value: string | number | undefined): string {
  if (value === undefined || value === '') return 'Nothing';
  return typeof value === 'number' || /[\d,. ]/.test(value) ? String(value) : sentenceOf(value);
}
