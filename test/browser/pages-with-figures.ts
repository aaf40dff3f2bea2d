import { figuresIn } from '../../src/audit/index.js';
import type { ExampleCase } from '../../src/dev/examples/example-case.js';
import type { PlayedExample } from '../../src/dev/examples/make-examples.js';
import { organisationName } from '../../src/web/words/organisation-name.js';
import { dayTyped } from '../support/typed-from.js';

/** A played example, by what its pages are addressed with. */
export interface Subject extends PlayedExample, Pick<ExampleCase, 'decidedOn'> {
  readonly employmentIds: readonly string[];
  /** Where its events stand, in their order. */
  readonly positions: readonly string[];
}

/** Answers of the API, in the order of the addresses that were asked. */
type Answers = readonly Members[];
type Members = Readonly<Record<string, unknown>>;

/** A page with figures, and the answers of the API on which they rest. */
export interface LookedAt {
  readonly page: string;
  /** The questions of the API that the page answers, asked on their own. */
  readonly api: readonly string[];
  /** Of those answers, all whose every amount stands on the page; nothing where the page shows some of them only. */
  readonly shown?: (answers: Answers) => unknown;
  /** Rows of its tables and facts: what each begins with, and what stands behind that in this order. */
  readonly rows?: (answers: Answers) => readonly (readonly string[])[];
  /** What the page says besides, that follows from the answers: how many there are of something, a sum that is taken off. */
  readonly follows?: (answers: Answers) => unknown;
}

interface PageWithFigures {
  readonly route: string;
  readonly at: (subject: Subject, today: string) => readonly LookedAt[];
}

const caseOf = ({ caseRef }: Subject, end = '') => `/v1/transfer-cases/${caseRef}${end}`;
const all = (answers: Answers) => answers;
const first = ([answer]: Answers) => answer;
const without = (answer: Members | undefined, ...names: readonly string[]) =>
  Object.fromEntries(Object.entries(answer ?? {}).filter(([name]) => !names.includes(name)));
const owed = ({ total, outstanding }: Members) => [total, outstanding];
const sum = (money: unknown) => (money as { readonly amount: string }).amount;
const listIn = (answer: Members | undefined, name: string) => (answer?.[name] ?? []) as readonly Members[];
const text = (value: unknown) => String(value);
const itemsIn = (answer: Members | undefined) => answer?.['items'] as readonly Members[];

/** Days of an address, as a form that asks for them writes them. */
function daysTyped(days: Readonly<Record<string, string>>): string {
  const typed = Object.entries(days).flatMap(([name, day]) => Object.entries(dayTyped(name, day)));
  return new URLSearchParams(typed).toString();
}

/** Each page of a case and its parts that shows figures. */
export const pagesWithFigures: readonly PageWithFigures[] = [
  {
    route: '/cases/:caseRef',
    at: (subject) => [
      {
        page: `/cases/${subject.caseRef}`,
        api: [caseOf(subject), caseOf(subject, '/deadlines')],
        rows: ([answer, deadlines]) => [
          ['Alert raised', text(answer?.['alertedOn'])],
          ['PAs named in the alert', text(listIn(answer, 'assistants').length)],
          ...itemsIn(deadlines).map(({ kind, dueOn }) => [
            text(kind).replaceAll('-', ' ').replace('phb', 'personal health budget'),
            text(dueOn),
          ]),
        ],
      },
    ],
  },
  {
    route: '/cases/:caseRef/raised',
    at: (subject) => [
      { page: `/cases/${subject.caseRef}/raised`, api: [caseOf(subject), caseOf(subject, '/deadlines')] },
    ],
  },
  {
    route: '/cases/:caseRef/pas',
    at: (subject) => [
      {
        page: `/cases/${subject.caseRef}/pas`,
        api: [caseOf(subject), caseOf(subject, '/employments?limit=100')],
        shown: ([answer]) => answer?.['assistants'],
        rows: ([answer, employments]) => [
          ...listIn(answer, 'assistants').map((pa) => [
            ...[text(pa['assistantRef']), text(pa['startedOn'])],
            ...[text(pa['weeklyHours']), sum(pa['hourlyRate'])],
          ]),
          ...itemsIn(employments).map((job) => [text(job['assistantRef']), text(job['startedOn'])]),
        ],
      },
    ],
  },
  {
    route: '/cases/:caseRef/money',
    at: (subject) => [
      {
        page: `/cases/${subject.caseRef}/money`,
        api: [caseOf(subject), caseOf(subject, '/recharges')],
        shown: ([answer, recharges]) => [
          without(answer, 'assistants', 'facts', 'agreement', 'agreementChange', 'liability'),
          itemsIn(recharges).map(owed),
        ],
        rows: ([answer, recharges]) => [
          ...[...listIn(answer, 'awardRates'), ...listIn(answer, 'contributions')].map(({ from, weekly }) => [
            ...[text(from), sum(weekly)],
          ]),
          ...listIn(answer, 'payments').map(({ reference, paidOn, from, amount }) => [
            ...[text(reference), text(paidOn), text(from), sum(amount)],
          ]),
          ...itemsIn(recharges).map(({ rechargeRef, total, outstanding }) => [
            ...[text(rechargeRef), sum(total), sum(outstanding)],
          ]),
        ],
      },
    ],
  },
  {
    route: '/cases/:caseRef/funding',
    at: (subject) => [
      {
        page: `/cases/${subject.caseRef}/funding`,
        api: ['/funding-timeline', '/deadlines', '/employments', ''].map((end) => caseOf(subject, end)),
        shown: first,
        rows: ([timeline]) =>
          listIn(timeline, 'periods').map(({ from, lastDay }) => [
            ...[text(from), lastDay === undefined ? 'Goes on' : text(lastDay)],
          ]),
      },
    ],
  },
  {
    route: '/cases/:caseRef/redundancy',
    at: (subject) => [
      {
        page: `/cases/${subject.caseRef}/redundancy`,
        api: [caseOf(subject, '/redundancies')],
        shown: all,
      },
    ],
  },
  {
    route: '/cases/:caseRef/leave',
    at: (subject) => [
      { page: `/cases/${subject.caseRef}/leave`, api: [caseOf(subject, '/leave')], shown: all },
    ],
  },
  {
    route: '/cases/:caseRef/documents',
    at: (subject) => [
      {
        page: `/cases/${subject.caseRef}/documents`,
        api: [caseOf(subject, '/recharges'), caseOf(subject, '/events?limit=100')],
        shown: ([recharges]) => itemsIn(recharges).map(({ total }) => total),
      },
    ],
  },
  {
    route: '/cases/:caseRef/history',
    at: (subject) => [
      {
        page: `/cases/${subject.caseRef}/history`,
        api: [caseOf(subject, '/events?limit=100')],
        shown: all,
      },
    ],
  },
  {
    route: '/cases/:caseRef/replay',
    at: (subject) =>
      [subject.positions[Math.floor(subject.positions.length / 2)], subject.positions.at(-1)].map(
        (position) => ({
          page: `/cases/${subject.caseRef}/replay?position=${position}`,
          api: [caseOf(subject, `/replay?position=${position}`), caseOf(subject, '/events?limit=100')],
          shown: ([replayed]) => replayed?.['changes'],
          follows: ([replayed]) => Object.entries(replayed?.['views'] as Members).map(figuresOfView),
        }),
      ),
  },
  {
    route: '/cases/:caseRef/compare',
    at: (subject, today) => {
      const days = { fromAsAt: subject.decidedOn, toAsAt: today };
      // Of today the page counts what was recorded until now.
      const now = new Date().toISOString();
      const asked = new URLSearchParams({ from: now, to: now, ...days });
      return [
        {
          page: `/cases/${subject.caseRef}/compare?${daysTyped({ from: today, to: today, ...days })}`,
          api: [caseOf(subject, `/diff?${asked.toString()}`)],
          shown: all,
        },
      ];
    },
  },
  {
    route: '/employments/:employmentId',
    at: ({ employmentIds }) =>
      employmentIds.map((id) => ({
        page: `/employments/${id}`,
        api: [`/v1/employments/${id}`],
        shown: all,
        rows: jobRows,
      })),
  },
  {
    route: '/recharges/new',
    at: (subject) => [
      {
        page: `/recharges/new?caseRef=${subject.caseRef}`,
        api: [caseOf(subject, '/liabilities')],
        shown: ([answer]) => [answer?.['total'], answer?.['accountCredit'], answer?.['refundToPerson']],
      },
    ],
  },
  {
    route: '/recharges/:rechargeRef',
    at: ({ rechargeRef }) =>
      rechargePages(rechargeRef, '', all).map((each) => ({
        ...each,
        rows: ([recharge]) => [
          ['Total of the lines', sum(recharge?.['total'])],
          ['Accepted', sum(recharge?.['accepted'])],
          ['Paid on this version', sum(recharge?.['paid'])],
          ['Credited', sum(recharge?.['credited'])],
          ['Left to pay', sum(recharge?.['outstanding'])],
          ['To refund to the person', sum(recharge?.['refundToPerson'])],
          ['Contribution that is cancelled', sum(recharge?.['contributionCancelled'])],
          ...listIn(recharge, 'lines').map(({ number, from, weekly, amount, runningTotal }) => [
            ...[text(number), text(from), ...(weekly === undefined ? [] : [sum(weekly)])],
            ...[sum(amount), sum(runningTotal)],
          ]),
          ...listIn(recharge, 'payments').map(({ paymentReference, paidOn, amount }) => [
            ...[text(paymentReference), text(paidOn), sum(amount)],
          ]),
        ],
        // A payment takes off what is owed.
        follows: ([recharge]) => takenOff(recharge?.['paid']),
      })),
  },
  {
    route: '/recharges/:rechargeRef/do/:command',
    at: ({ rechargeRef }) => rechargePages(rechargeRef, '/do/credits', ([answer]) => answer?.['total']),
  },
  {
    route: '/recharges/:rechargeRef/lines/:line',
    at: ({ rechargeRef }) =>
      rechargePages(rechargeRef, '/lines/1', ([answer]) =>
        without((answer?.['lines'] as Answers)[0], 'runningTotal'),
      ),
  },
];

function rechargePages(
  rechargeRef: string | undefined,
  end: string,
  shown: (answers: Answers) => unknown,
): readonly LookedAt[] {
  if (rechargeRef === undefined) return [];
  return [{ page: `/recharges/${rechargeRef}${end}`, api: [`/v1/recharges/${rechargeRef}`], shown }];
}

/** The pages over all cases. */
export const listsWithFigures: readonly (LookedAt & { readonly route: string })[] = [
  {
    route: '/cases',
    page: '/cases',
    api: ['/v1/transfer-cases?limit=50', '/v1/transfer-cases/counts'],
    rows: ([cases]) => itemsIn(cases).map(({ caseRef, alertedOn }) => [text(caseRef), text(alertedOn)]),
  },
  { route: '/cases/overview', page: '/cases/overview', api: ['/v1/transfer-cases/counts'] },
  {
    route: '/recharges',
    page: '/recharges',
    api: ['/v1/recharges?limit=50', '/v1/aged-debt'],
    shown: ([recharges]) => itemsIn(recharges).map(owed),
    rows: ([recharges]) =>
      itemsIn(recharges).map(({ rechargeRef, total, outstanding }) => [
        ...[text(rechargeRef), sum(total), sum(outstanding)],
      ]),
  },
  {
    route: '/statements',
    page: `/statements?partnerOds=QM7&${daysTyped({ from: '2022-01-01', to: '2025-12-31' })}`,
    api: ['/v1/statements/QM7?from=2022-01-01&to=2025-12-31', '/v1/aged-debt'],
    // Of a side on which nothing is unpaid the page says so.
    shown: ([statement, debt]) => [statement, ...Object.values(debt ?? {}).filter(isUnpaid)],
    rows: ([statement]) => [
      ['NHS Hertfordshire', ...balance(statement?.['nhsBodyOwes'] as Members)],
      ['Hertfordshire', ...balance(statement?.['councilOwes'] as Members)],
      ['What NHS Hertfordshire', sum(statement?.['netOpening']), sum(statement?.['netClosing'])],
      ...listIn(statement, 'entries').map(({ on, rechargeRef, amount }) => [
        ...[text(on), text(rechargeRef), sum(amount)],
      ]),
      ...listIn(statement, 'disputesByReason').map(({ reasonCode, lines, ...aged }) => [
        ...[text(reasonCode).replaceAll('-', ' '), text(lines)],
        ...['upTo30', 'upTo60', 'upTo90', 'over90', 'total'].map((age) => sum(aged[age])),
      ]),
    ],
  },
  {
    route: '/exposure',
    page: '/exposure',
    api: ['/v1/exposure', '/v1/exposure/employments?limit=50'],
    shown: all,
    rows: ([totals, jobs]) => [
      ['Live jobs', text((totals?.['employments'] as Members)['live'])],
      ['In the sums', text((totals?.['employments'] as Members)['known'])],
      ['Pending', text((totals?.['employments'] as Members)['pending'])],
      ['At the lowest', sum(totals?.['lowest'])],
      ['At the highest', sum(totals?.['highest'])],
      ['Cap', sum(totals?.['cap'])],
      ...itemsIn(jobs)
        .filter(({ status }) => status === 'known')
        .map(({ caseRef, assistantRef, lowest, highest, ...job }) => [
          ...[text(caseRef), text(assistantRef), sum(lowest), sum(highest)],
          listIn(job, 'byFunder')
            .map(
              ({ funder, atLowest, atHighest }) =>
                `${funder === 'employer' ? 'Employer' : organisationName(text(funder))}: ${sum(atLowest)} at the lowest, ${sum(atHighest)} at the highest`,
            )
            .join(' ') || 'Nobody',
        ]),
    ],
  },
];

function jobRows([job]: Answers): readonly (readonly string[])[] {
  return [
    ['First day', text(job?.['startedOn'])],
    ...listIn(job, 'terms').map(({ from, weeklyHours, hourlyRate }) => [
      ...[text(from), text(weeklyHours), sum(hourlyRate)],
    ]),
    ...listIn(job, 'leaveStatements').map(({ statementReference, leaveYearFrom, takenHours, hourlyRate }) => [
      ...[text(statementReference), text(leaveYearFrom), text(takenHours), sum(hourlyRate)],
    ]),
  ];
}

function balance(sums: Members): readonly string[] {
  return ['opening', 'recharges', 'credits', 'payments', 'closing'].map((name) => sum(sums[name]));
}

const pounds = (amount: string) => ({ amount, currency: 'GBP' });

/** Facts for each calculator, by the end of its address. */
export const factsToCalculate: Readonly<Record<string, object>> = {
  redundancy: {
    startedOn: '2016-04-01',
    lastDay: '2024-04-30',
    dateOfBirth: '1972-01-15',
    weekPay: pounds('462.00'),
  },
  notice: { startedOn: '2016-04-01', givenOn: '2024-03-05' },
  leave: {
    leaveYearFrom: '2024-04-01',
    work: { kind: 'hours', daysPerWeek: '4', hoursPerWeek: '30' },
    startedOn: '2024-05-01',
    asAt: '2024-07-01',
    lastDay: '2024-12-31',
    cutOff: '2024-10-14',
    taken: '4',
    ratePerUnit: pounds('12.00'),
    weeklyPayMostRecentFirst: [pounds('450.00'), pounds('0.00'), pounds('360.00')],
  },
  'redundancy-split': {
    startedOn: '2016-04-01',
    lastDay: '2024-04-30',
    statutory: pounds('5544.00'),
    council: 'E10000015',
    nhsBody: 'QM7',
    liableFrom: '2024-10-14',
    fundingPeriods: [
      { from: '2016-04-01', lastDay: '2021-03-31', shares: [{ funder: 'E10000015', share: '1' }] },
      { from: '2021-04-01', shares: [{ funder: 'QM7', share: '1' }] },
    ],
  },
  bridging: {
    council: 'E10000015',
    nhsBody: 'QM7',
    liability: { startsOn: '2024-07-01' },
    phbCoverStartsOn: '2024-09-12',
    awardRates: [{ from: '2024-01-01', weekly: pounds('612.50') }],
    contributions: [{ from: '2024-01-01', weekly: pounds('87.43') }],
    contributionReceipts: [
      {
        reference: 'CR-1',
        receivedOn: '2024-09-20',
        from: '2024-07-01',
        lastDay: '2024-08-04',
        amount: pounds('437.15'),
      },
    ],
  },
};

/** The pages without figures of the API, and what they have instead. */
export const pagesWithoutFigures: Readonly<Record<string, string>> = {
  '/': 'leads to the list of cases',
  '/cases/assign': 'leads to the list of cases',
  '/cases/new': 'drafts, which hold what somebody typed',
  '/cases/new/:draftId': 'a draft',
  '/cases/new/:draftId/check': 'a draft',
  '/cases/new/:draftId/nhs-body': 'a draft, and names of bodies',
  '/cases/new/:draftId/pas': 'a draft',
  '/cases/new/:draftId/pas/:index': 'a draft',
  '/cases/new/:draftId/pas/file': 'the report on a file that somebody chose',
  '/cases/new/:draftId/:step': 'a draft',
  '/cases/:caseRef/do/:command': 'an empty form',
  '/employments/:employmentId/do/:command': 'an empty form',
  '/calculators': 'names of calculators',
  '/people': 'an empty form, and names',
  '/people/new': 'an empty form',
  '/people/:personId': 'details of a person',
  '/organisation': 'names of bodies',
  '/staff': 'names and roles',
  '/staff/new': 'an empty form',
  '/staff/:staffRef': 'rights of an account; the limit of an approver is looked at in its own spec',
  '/staff/:staffRef/do/:command': 'an empty form',
  '/staff/:staffRef/rights/:grant/do/:command': 'an empty form beside the right that it is about',
  '/imports/:kind': 'an empty form, and the report on a file that somebody chose',
};

function isUnpaid(side: unknown): boolean {
  return typeof side === 'object' && side !== null && (side as { reasons: Answers }).reasons.length > 0;
}

function takenOff(sum: unknown): unknown {
  const { amount, currency } = sum as { readonly amount: string; readonly currency: string };
  return { amount: amount.startsWith('-') ? amount.slice(1) : `-${amount}`, currency };
}

/** How many figures a view of a replay has. */
function figuresOfView([name, view]: readonly [string, unknown]): number {
  return [...figuresIn({ [name]: view })].length;
}
