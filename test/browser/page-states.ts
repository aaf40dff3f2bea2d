import type { Page } from 'playwright-core';
import { clicked } from '../support/clicked.js';
import type { PlayedStaff } from '../support/play-staff.js';
import { dayTyped, typedFrom } from '../support/typed-from.js';
import { factsToCalculate, type Subject } from './pages-with-figures.js';

/** What the states of pages are made of. */
export interface Stage {
  /** A case with everything: its recharge is paid, and its PA has stated leave. */
  readonly whole: Subject;
  /** One with a redundancy that is shared. */
  readonly redundant: Subject;
  /** One of which no more is known than its alert, which named nobody. */
  readonly bare: { readonly caseRef: string };
  /** A recharge whose lines nobody has answered. */
  readonly issuedRef: string;
  readonly personId: string;
  /** Members of staff of the council: the first holds a right, and the others wait for a decision. */
  readonly staff: readonly PlayedStaff[];
  /** The address of a draft of an alert in which nothing is said, and of one in which all is. */
  readonly emptyDraft: string;
  readonly fullDraft: string;
}

/** How a page gets into a state: by its address, and by what is done there. */
export interface State {
  readonly path: string;
  /** Who looks, where it is not who looks at the page otherwise. */
  readonly as?: string;
  readonly act?: (page: Page) => Promise<void>;
}

/** A state, or why there is none of the kind. */
type MaybeState = string | ((stage: Stage) => State);

export interface PageStates {
  readonly route: string;
  readonly as: string;
  /** As it opens. */
  readonly first: (stage: Stage) => string;
  /** With something that was refused, or is not there. */
  readonly error: MaybeState;
  /** With all that it can show. */
  readonly full: MaybeState;
  /** With nothing to show. */
  readonly empty: MaybeState;
}

const WORKER = 'herts-direct-payment-worker';
const FINANCE = 'herts-council-finance';
const NHS = 'herts-nhs-finance';
const AUDITOR = 'herts-auditor';
const ADMINISTRATOR = 'herts-administrator';
/** Of a body that has no cases. */
const OTHERS = 'staffs';

const IS_FIRST = 'is how it opens';
const SHOWS_ALWAYS = 'it shows the same whatever is there';
const ASKS_NOTHING = 'it asks for nothing that could be refused';
const KEEPS_TYPED = 'a form is full where it was refused: what was typed stands in it';
const EACH_FORM = 'the form of each command is looked at by itself, from the list of them';
const FORM_OPENS_EMPTY = 'a form opens empty';

const NO_SUCH_DAY = (name: string) => `${name}-day=31&${name}-month=2&${name}-year=2024`;
const IN_THE_FUTURE = 'knownAt-day=1&knownAt-month=1&knownAt-year=2999';

const send =
  (button: string) =>
  async (page: Page): Promise<void> =>
    clicked(page.getByRole('button', { name: button, exact: true }).last());

const typed =
  (values: Readonly<Record<string, string>>, button: string) =>
  async (page: Page): Promise<void> => {
    for (const [name, value] of Object.entries(values)) {
      const field = page.locator(`[name="${name}"]`).first();
      const type = await field.getAttribute('type');
      if (type === 'hidden') continue;
      if (type === 'radio') await page.check(`[name="${name}"][value="${value}"]`);
      else await field.fill(value);
    }
    await send(button)(page);
  };

const file = (field: string, rows: string, button: string) => async (page: Page) => {
  await page.setInputFiles(field, { name: 'rows.csv', mimeType: 'text/csv', buffer: Buffer.from(rows) });
  await send(button)(page);
};

const PAYMENTS = 'case_reference,payment_reference,paid_on,covers_from,covers_to,amount\n';
const PAS = 'assistant_reference,status,started_on,weekly_hours,hourly_rate\n';

/** A page of a case that shows what there is at two clocks. */
const atClocks = (end: string, whole: (stage: Stage) => { readonly caseRef: string }): PageStates => ({
  route: `/cases/:caseRef${end}`,
  as: AUDITOR,
  first: (stage) => `/cases/${whole(stage).caseRef}${end}`,
  error: (stage) => ({ path: `/cases/${whole(stage).caseRef}${end}?${IN_THE_FUTURE}` }),
  full: IS_FIRST,
  empty: ({ bare }) => ({ path: `/cases/${bare.caseRef}${end}` }),
});

/** A page of a case that shows what is known. */
const ofCase = (end: string): PageStates => ({
  route: `/cases/:caseRef${end}`,
  as: WORKER,
  first: ({ whole }) => `/cases/${whole.caseRef}${end}`,
  error: () => ({ path: `/cases/TC-0000000000${end}` }),
  full: IS_FIRST,
  empty: ({ bare }) => ({ path: `/cases/${bare.caseRef}${end}` }),
});

/** A form of a draft that is sent by the same button. */
const ofDraft = (end: string, rest: Partial<PageStates> = {}): PageStates => ({
  route: `/cases/new/:draftId${end}`,
  as: WORKER,
  first: ({ emptyDraft }) => `${emptyDraft}${end}`,
  error: ({ emptyDraft }) => ({ path: `${emptyDraft}${end}`, act: send('Save and continue') }),
  full: ({ fullDraft }) => ({ path: `${fullDraft}${end}` }),
  empty: IS_FIRST,
  ...rest,
});

const words = (route: string): PageStates => ({
  ...{ route, as: AUDITOR, first: () => route },
  ...{ error: ASKS_NOTHING, full: SHOWS_ALWAYS, empty: SHOWS_ALWAYS },
});

/** Every page in every state that it can be in. */
export const pageStates: readonly PageStates[] = [
  {
    route: '/cases',
    as: WORKER,
    first: () => '/cases',
    error: () => ({ path: `/cases?${NO_SUCH_DAY('dueBefore')}` }),
    full: () => ({ path: '/cases?stage=complete&sort=-alertedOn' }),
    empty: () => ({ path: '/cases', as: `${OTHERS}-direct-payment-worker` }),
  },
  {
    route: '/cases/overview',
    as: WORKER,
    first: () => '/cases/overview',
    error: () => ({ path: `/cases/overview?${NO_SUCH_DAY('dueBefore')}` }),
    full: IS_FIRST,
    empty: () => ({ path: '/cases/overview', as: `${OTHERS}-direct-payment-worker` }),
  },
  {
    route: '/cases/new',
    as: WORKER,
    first: () => '/cases/new',
    error: ASKS_NOTHING,
    full: IS_FIRST,
    empty: () => ({ path: '/cases/new', as: `${OTHERS}-direct-payment-worker` }),
  },
  ofDraft('', { error: ASKS_NOTHING }),
  ofDraft('/check', {
    error: ({ emptyDraft }) => ({ path: `${emptyDraft}/check`, act: send('Send the alert') }),
  }),
  ofDraft('/nhs-body', {
    full: ({ emptyDraft }) => ({ path: `${emptyDraft}/nhs-body?q=hertfordshire` }),
    empty: ({ emptyDraft }) => ({ path: `${emptyDraft}/nhs-body?q=nowhere` }),
  }),
  ofDraft('/pas', { error: ASKS_NOTHING }),
  {
    ...ofDraft('/pas/:index'),
    first: ({ emptyDraft }) => `${emptyDraft}/pas/0`,
    error: ({ emptyDraft }) => ({ path: `${emptyDraft}/pas/0`, act: send('Save and continue') }),
    full: ({ fullDraft }) => ({ path: `${fullDraft}/pas/0` }),
  },
  ofDraft('/pas/file', {
    error: ({ emptyDraft }) => ({
      path: `${emptyDraft}/pas/file`,
      act: file(
        '#file',
        `${PAS}PA-1,employed,never,many,£12\nPA-1,employed,2019-02-11,30,12.50\n`,
        'Try the file',
      ),
    }),
    full: ({ emptyDraft }) => ({
      path: `${emptyDraft}/pas/file`,
      act: file('#file', `${PAS}PA-1,employed,2019-02-11,30,12.50\n`, 'Try the file'),
    }),
    empty: ({ emptyDraft }) => ({ path: `${emptyDraft}/pas/file`, act: file('#file', PAS, 'Try the file') }),
  }),
  {
    ...ofDraft('/:step'),
    first: ({ emptyDraft }) => `${emptyDraft}/day`,
    error: ({ emptyDraft }) => ({ path: `${emptyDraft}/day`, act: send('Save and continue') }),
    full: ({ fullDraft }) => ({ path: `${fullDraft}/person` }),
  },
  ofCase(''),
  { ...ofCase('/raised'), empty: SHOWS_ALWAYS },
  ofCase('/pas'),
  ofCase('/money'),
  ofCase('/documents'),
  atClocks('/funding', ({ whole }) => whole),
  atClocks('/redundancy', ({ redundant }) => redundant),
  atClocks('/leave', ({ whole }) => whole),
  {
    route: '/cases/:caseRef/history',
    as: AUDITOR,
    first: ({ whole }) => `/cases/${whole.caseRef}/history`,
    error: ({ whole }) => ({ path: `/cases/${whole.caseRef}/history?${NO_SUCH_DAY('from')}` }),
    full: IS_FIRST,
    empty: ({ whole }) => ({
      path: `/cases/${whole.caseRef}/history?lastDay-day=1&lastDay-month=1&lastDay-year=2020`,
    }),
  },
  {
    route: '/cases/:caseRef/replay',
    as: AUDITOR,
    first: ({ whole }) => `/cases/${whole.caseRef}/replay`,
    error: ({ whole }) => ({ path: `/cases/${whole.caseRef}/replay?position=999999999` }),
    full: IS_FIRST,
    empty: ({ whole }) => ({ path: `/cases/${whole.caseRef}/replay?position=${whole.positions[0]}` }),
  },
  {
    route: '/cases/:caseRef/compare',
    as: AUDITOR,
    first: ({ whole }) => `/cases/${whole.caseRef}/compare`,
    error: ({ whole }) => ({ path: `/cases/${whole.caseRef}/compare?${NO_SUCH_DAY('from')}` }),
    full: ({ whole }) => ({ path: compared(whole, whole.decidedOn) }),
    empty: ({ whole }) => ({ path: compared(whole, today()) }),
  },
  {
    route: '/cases/:caseRef/do/:command',
    as: WORKER,
    first: ({ bare }) => `/cases/${bare.caseRef}/do/joint-packages`,
    error: EACH_FORM,
    full: EACH_FORM,
    empty: FORM_OPENS_EMPTY,
  },
  {
    route: '/recharges',
    as: FINANCE,
    first: () => '/recharges',
    error: () => ({ path: '/recharges?status=nonsense' }),
    full: IS_FIRST,
    empty: () => ({ path: '/recharges?waitingOn=us', as: `${OTHERS}-council-finance` }),
  },
  {
    route: '/recharges/new',
    as: FINANCE,
    first: () => '/recharges/new',
    error: () => ({ path: '/recharges/new', act: send('Work it out') }),
    full: ({ whole }) => ({ path: `/recharges/new?caseRef=${whole.caseRef}` }),
    empty: ({ bare }) => ({ path: `/recharges/new?caseRef=${bare.caseRef}` }),
  },
  {
    route: '/recharges/:rechargeRef',
    as: NHS,
    first: ({ issuedRef }) => `/recharges/${issuedRef}`,
    error: () => ({ path: '/recharges/RC-0000000000' }),
    full: ({ whole }) => ({ path: `/recharges/${whole.rechargeRef}`, as: FINANCE }),
    empty: 'a recharge has at least one line',
  },
  {
    route: '/recharges/:rechargeRef/do/:command',
    as: FINANCE,
    first: ({ issuedRef }) => `/recharges/${issuedRef}/do/credits`,
    error: EACH_FORM,
    full: KEEPS_TYPED,
    empty: FORM_OPENS_EMPTY,
  },
  {
    route: '/recharges/:rechargeRef/lines/:line',
    as: NHS,
    first: ({ issuedRef }) => `/recharges/${issuedRef}/lines/1`,
    error: ({ issuedRef }) => ({ path: `/recharges/${issuedRef}/lines/1`, act: send('Send the answer') }),
    full: KEEPS_TYPED,
    empty: FORM_OPENS_EMPTY,
  },
  {
    route: '/statements',
    as: FINANCE,
    first: () => '/statements',
    error: () => ({ path: '/statements', act: send('Show the statement') }),
    full: () => ({ path: `/statements?partnerOds=QM7&${days({ from: '2022-01-01', to: '2025-12-31' })}` }),
    empty: () => ({ path: '/statements', as: `${OTHERS}-council-finance` }),
  },
  {
    route: '/employments/:employmentId',
    as: WORKER,
    first: ({ whole }) => `/employments/${whole.employmentIds[0]}`,
    error: () => ({ path: '/employments/EM-0000000000' }),
    full: ({ redundant }) => ({ path: `/employments/${redundant.employmentIds[0]}` }),
    empty: 'a job has hours and pay from its first day on',
  },
  {
    route: '/employments/:employmentId/do/:command',
    as: WORKER,
    first: ({ whole }) => `/employments/${whole.employmentIds[0]}/do/leave-statements`,
    error: EACH_FORM,
    full: EACH_FORM,
    empty: FORM_OPENS_EMPTY,
  },
  words('/calculators'),
  {
    route: '/calculators/:path',
    as: AUDITOR,
    first: () => '/calculators/redundancy-split',
    error: () => ({ path: '/calculators/leave', act: send('Work it out') }),
    full: () => ({
      path: '/calculators/redundancy',
      act: typed(typedFrom(factsToCalculate['redundancy']), 'Work it out'),
    }),
    empty: FORM_OPENS_EMPTY,
  },
  {
    route: '/exposure',
    as: AUDITOR,
    first: () => '/exposure',
    error: () => ({ path: `/exposure?${IN_THE_FUTURE}` }),
    full: IS_FIRST,
    empty: () => ({ path: '/exposure', as: `${OTHERS}-auditor` }),
  },
  {
    route: '/staff',
    as: ADMINISTRATOR,
    first: () => '/staff',
    error: () => ({ path: '/staff?cursor=nonsense' }),
    full: () => ({ path: '/staff?right=requested' }),
    empty: () => ({ path: '/staff', as: `${OTHERS}-administrator` }),
  },
  {
    route: '/staff/new',
    as: ADMINISTRATOR,
    first: () => '/staff/new',
    error: () => ({ path: '/staff/new', act: send('Make the account known') }),
    full: KEEPS_TYPED,
    empty: FORM_OPENS_EMPTY,
  },
  {
    route: '/staff/:staffRef',
    as: ADMINISTRATOR,
    first: ({ staff }) => `/staff/${staff[0]?.staff}`,
    error: () => ({ path: '/staff/SM-0000000000' }),
    full: ({ staff }) => ({ path: `/staff/${staff[1]?.staff}`, as: 'herts-second-administrator' }),
    empty: ({ staff }) => ({ path: `/staff/${staff[2]?.staff}`, as: AUDITOR }),
  },
  {
    route: '/staff/:staffRef/do/:command',
    as: ADMINISTRATOR,
    first: ({ staff }) => `/staff/${staff[0]?.staff}/do/rights`,
    error: EACH_FORM,
    full: KEEPS_TYPED,
    empty: FORM_OPENS_EMPTY,
  },
  {
    route: '/staff/:staffRef/rights/:grant/do/:command',
    as: ADMINISTRATOR,
    first: ({ staff }) => `/staff/${staff[0]?.staff}/rights/${staff[0]?.grant}/do/ends`,
    error: EACH_FORM,
    full: KEEPS_TYPED,
    empty: FORM_OPENS_EMPTY,
  },
  {
    route: '/people',
    as: WORKER,
    first: () => '/people',
    error: () => ({ path: '/people', act: send('Search') }),
    full: () => ({ path: '/people', act: looksFor('nobody') }),
    empty: () => ({ path: '/people', act: looksFor('zzzz') }),
  },
  {
    route: '/people/new',
    as: WORKER,
    first: () => '/people/new',
    error: () => ({ path: '/people/new', act: send('Record') }),
    full: KEEPS_TYPED,
    empty: FORM_OPENS_EMPTY,
  },
  {
    route: '/people/:personId',
    as: WORKER,
    first: ({ personId }) => `/people/${personId}`,
    error: ({ personId }) => ({ path: `/people/${personId}?purpose=curiosity` }),
    full: ({ personId }) => ({ path: `/people/${personId}?purpose=case-work` }),
    empty: IS_FIRST,
  },
  {
    route: '/imports/:kind',
    as: FINANCE,
    first: () => '/imports/payments',
    error: ({ whole }) => ({
      path: '/imports/payments',
      act: file('#file', `${PAYMENTS}${whole.caseRef},DP-9,never,2024-04-15,2024-05-12,£1\n`, 'Try the file'),
    }),
    full: ({ whole }) => ({
      path: '/imports/payments',
      act: file(
        '#file',
        `${PAYMENTS}${whole.caseRef},DP-9,2024-04-15,2024-04-15,2024-05-12,12.00\n`,
        'Try the file',
      ),
    }),
    empty: () => ({ path: '/imports/payments', act: file('#file', PAYMENTS, 'Try the file') }),
  },
  {
    route: '/organisation',
    as: WORKER,
    first: () => '/organisation',
    error: () => ({
      path: '/organisation',
      act: async (page) => {
        await page
          .locator('[name="organisation"]')
          .first()
          .evaluate((field) => field.setAttribute('value', 'none'));
        await send('Go on')(page);
      },
    }),
    full: IS_FIRST,
    empty: 'whoever is signed in is of one organisation at least',
  },
  words('/help'),
  words('/accessibility'),
];

function looksFor(name: string) {
  return async (page: Page): Promise<void> => {
    const purpose = page.locator('[name="purpose"]').first();
    if ((await purpose.evaluate((node) => node.nodeName)) === 'SELECT')
      await purpose.selectOption('case-work');
    else await page.check('[name="purpose"][value="case-work"]');
    await page.fill('[name="name"]', name);
    await send('Search')(page);
  };
}

function days(asked: Readonly<Record<string, string>>): string {
  const parts = Object.entries(asked).flatMap(([name, day]) => Object.entries(dayTyped(name, day)));
  return new URLSearchParams(parts).toString();
}

function today(): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/London' }).format(new Date());
}

function compared({ caseRef }: Subject, fromAsAt: string): string {
  const [known, toAsAt] = [today(), today()];
  return `/cases/${caseRef}/compare?${days({ from: known, to: known, fromAsAt, toAsAt })}`;
}
