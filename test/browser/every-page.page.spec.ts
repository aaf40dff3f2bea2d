import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import { exampleCases } from '../../src/dev/examples/example-cases.js';
import { playExample, playExampleAgreement } from '../../src/dev/examples/make-examples.js';
import { systemClock, todayInLondon } from '../../src/kernel/clock.js';
import { RouteWalk } from '../../src/platform/access/route-walk.js';
import { calculators } from '../../src/web/pages/calculators/calculators.js';
import { OpenApiHolder } from '../../src/platform/http/openapi/openapi-holder.js';
import { CommandForms } from '../../src/web/forms/command-forms.js';
import { figuresAmiss, figuresOnPage, rowsAmiss, rowsOfPage } from '../support/figures.js';
import { Player } from '../../src/dev/examples/player.js';
import { playAssistants } from '../../src/dev/examples/play-assistants.js';
import { playBridging } from '../../src/dev/examples/play-bridging.js';
import { clicked } from '../support/clicked.js';
import { faultsOf, usePages } from '../support/pages.js';
import { playStaff } from '../support/play-staff.js';
import { typedFrom } from '../support/typed-from.js';
import {
  COMMAND_OF_RECORD,
  commandForms,
  doneUntyped,
  oneAdded,
  unfold,
  type CommandFormPage,
} from './command-forms.js';
import { begunDraft, filledDraft } from './filled-draft.js';
import { pageStates, type Stage, type State } from './page-states.js';
import {
  factsToCalculate,
  listsWithFigures,
  pagesWithFigures,
  pagesWithoutFigures,
  type LookedAt,
  type Subject,
} from './pages-with-figures.js';

jest.setTimeout(120_000);

const AUDITOR = 'herts-auditor';
const WORKER = 'herts-direct-payment-worker';

const pages = usePages();
const subjects = new Map<string, Subject>();

beforeAll(async () => {
  const { api } = pages.current;
  await playExampleAgreement(api);
  for (const example of exampleCases) {
    const played = await playExample(api, example);
    const of = `/v1/transfer-cases/${played.caseRef}`;
    const jobs = await api.get<{ items: { employmentId: string }[] }>(AUDITOR, `${of}/employments`);
    const events = await api.get<{ items: { position: string }[] }>(AUDITOR, `${of}/events?limit=100`);
    subjects.set(example.id, {
      ...played,
      decidedOn: example.decidedOn,
      employmentIds: jobs.body.items.map(({ employmentId }) => employmentId),
      positions: events.body.items.map(({ position }) => position),
    });
  }
}, 180_000);

/** The addresses of all pages, with their parameters. What is asked for as a file, or by a program, is none. */
const routesOfPages = () =>
  pages.current.app
    .get(RouteWalk)
    .routes()
    .filter(({ method, rule }) => method === 'GET' && rule?.public === false && rule.bySession === true)
    .map(({ path }) => path)
    .filter((path) => !/\.(?:csv|json|pdf|xlsx)$|^\/sessions?$/.test(path))
    .toSorted();

describe('Every figure on a page', () => {
  let auditor: Page;
  let amounts = 0;

  beforeAll(async () => {
    auditor = await pages.current.signedIn(AUDITOR);
  }, 60_000);

  const amiss = async ({ page, api, ...says }: LookedAt): Promise<readonly string[]> => {
    const answer = await auditor.request.get(`${pages.current.url}${page}`);
    if (answer.status() !== 200) return [`${page} was answered ${answer.status()}`];
    const html = await answer.text();
    const figures = figuresOnPage(html);
    amounts += figures.amounts.length;
    const answers = await Promise.all(
      api.map(async (address) => (await pages.current.api.get(AUDITOR, address)).body),
    );
    const { shown = () => [], follows = () => [], rows = () => [] } = says;
    return [
      ...figuresAmiss(figures, [...answers, follows(answers)], shown(answers)),
      ...rowsAmiss(rowsOfPage(html), rows(answers)),
    ].map((fault) => `${page}: ${fault}`);
  };

  it.each(exampleCases.map(({ id }) => id))(
    'is the API’s answer to the same question, on all pages of %s',
    async (id) => {
      const subject = subjects.get(id)!;
      const today = todayInLondon(systemClock);
      const faults: string[] = [];
      for (const { at } of pagesWithFigures) {
        for (const looked of at(subject, today)) faults.push(...(await amiss(looked)));
      }
      expect(faults).toEqual([]);
    },
  );

  it.each(listsWithFigures.map((list) => [list.page, list] as const))(
    'is the API’s on %s, over all cases',
    async (_, list) => {
      expect(await amiss(list)).toEqual([]);
    },
  );

  it.each(calculators.map(({ path }) => path))(
    'is the API’s in the answer of the calculator %s',
    async (path) => {
      const { address, url, issuer } = pages.current;
      const body = factsToCalculate[path];
      const calculated = await fetch(`${address}/v1/calculations/${path}`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${await issuer.tokenFor(AUDITOR)}`,
          'content-type': 'application/json',
        },
        body: JSON.stringify(body),
      });
      const form = await (await auditor.request.get(`${url}/calculators/${path}`)).text();
      const [, token = ''] = /name="_form" value="([^"]+)"/.exec(form) ?? [];
      const page = await auditor.request.post(`${url}/calculators/${path}`, {
        form: { _form: token, ...typedFrom(body) },
        headers: { origin: url },
      });
      expect([page.status(), calculated.status]).toEqual([200, 200]);
      const answer = await calculated.json();
      expect(figuresAmiss(figuresOnPage(await page.text()), [answer], answer)).toEqual([]);
    },
  );

  it('stands on a page that is looked at here, or the page has none, for a reason', () => {
    const looked = [...pagesWithFigures, ...listsWithFigures].map(({ route }) => route);
    expect(['/calculators/:path', ...looked, ...Object.keys(pagesWithoutFigures)].toSorted()).toEqual(
      routesOfPages(),
    );
  });

  it('was one of very many', () => {
    expect(amounts).toBeGreaterThan(1000);
  });
});

describe('Every page', () => {
  const windows = new Map<string, Page>();
  let stage: Stage;
  /** Where each title was met, without what differs from one draft to another. */
  const met = new Map<string, Set<string>>();

  const windowOf = async (user: string): Promise<Page> => {
    const known = windows.get(user) ?? (await pages.current.signedIn(user));
    windows.set(user, known);
    return known;
  };

  beforeAll(async () => {
    const { api, url } = pages.current;
    const bare = await api.command<{ caseRef: string }>({
      as: WORKER,
      path: '/v1/transfer-cases',
      key: 'alert-of-nothing-more',
      body: {
        personReference: 'HCC-104299',
        nhsBody: 'QM7',
        alertedOn: '2024-03-11',
        wishesToKeepAssistants: true,
        assistants: [],
      },
    });
    const person = await api.command<{ personId: string }>({
      as: WORKER,
      path: '/v1/people',
      key: 'person-of-states',
      body: { name: { given: 'Example', family: 'Nobody' } },
    });
    const worker = await windowOf(WORKER);
    const emptyDraft = await begunDraft(worker, url);
    const fullDraft = await filledDraft(worker, url);
    stage = {
      ...{ whole: subjects.get('AL-01')!, redundant: subjects.get('RD-01')! },
      bare: bare.body,
      issuedRef: await issuedRecharge(),
      personId: person.body.personId,
      staff: await playStaff(api, pages.current.issuer.issuer),
      emptyDraft,
      fullDraft,
    };
  }, 180_000);

  /** A recharge that waits for the answer of the NHS body. */
  async function issuedRecharge(): Promise<string> {
    const { api } = pages.current;
    const example = { ...exampleCases.find(({ id }) => id === 'BR-03')!, personReference: 'HCC-104298' };
    const caseRef = await playBridging(api, 'herts', example);
    await playAssistants(api, 'herts', caseRef, example);
    const as = 'herts-council-finance';
    const { body, version } = await api.command<{ rechargeRef: string }>({
      ...{ as, path: '/v1/recharges', body: { caseRef }, key: 'recharge-of-states' },
    });
    const document = new Player(api, body.rechargeRef, `/v1/recharges/${body.rechargeRef}`, version);
    await document.send('herts-council-approver', 'approvals', {});
    await document.send(as, 'issues', { documentDate: '2024-06-03', invoiceReference: 'INV-9' });
    await api.get(as, document.path);
    return body.rechargeRef;
  }

  it('is looked at here in each of its states, or has none of the kind, for a reason', () => {
    const known = [...pageStates.map(({ route }) => route), ...LEADS_ELSEWHERE];
    const all = pages.current.app
      .get(RouteWalk)
      .routes()
      .map(({ path }) => path);
    expect(routesOfPages().filter((path) => !known.includes(path))).toEqual([]);
    expect(known.filter((path) => !all.includes(path))).toEqual([]);
  });

  it.each(pageStates.map((states) => [states.route, states] as const))(
    'passes in each of its states: %s',
    async (_, { as, first, error, full, empty }) => {
      const faults: string[] = [];
      for (const [kind, state] of Object.entries({
        first: { path: first(stage) },
        error: typeof error === 'string' ? undefined : error(stage),
        full: typeof full === 'string' ? undefined : full(stage),
        empty: typeof empty === 'string' ? undefined : empty(stage),
      } satisfies Record<string, State | undefined>)) {
        if (state === undefined) continue;
        faults.push(...(await faultsIn(state, as)).map((fault) => `${kind}: ${fault}`));
      }
      expect(faults).toEqual([]);
    },
  );

  async function faultsIn({ path, act, as: other }: State, as: string): Promise<readonly string[]> {
    const page = await windowOf(other ?? as);
    const answer = await page.goto(`${pages.current.url}${path}`);
    await act?.(page);
    const title = await page.title();
    if (answer?.status() === 200) {
      const { pathname } = new URL(page.url());
      met.set(title, (met.get(title) ?? new Set()).add(pathname.replace(/[0-9a-f-]{36}/, 'draft')));
    }
    return faultsOf(page);
  }

  it('says that nothing is left to pay of a recharge that is paid, and of no other', async () => {
    const { api, url } = pages.current;
    const auditor = await windowOf(AUDITOR);
    const said: [status: string, isSaid: boolean][] = [];
    for (const ref of [stage.whole.rechargeRef, stage.issuedRef]) {
      const { body } = await api.get<{ status: string }>(AUDITOR, `/v1/recharges/${ref}`);
      const page = await auditor.request.get(`${url}/recharges/${ref}`);
      said.push([body.status, (await page.text()).includes('Nothing is left to pay.')]);
    }
    expect(said).toEqual([
      ['paid', true],
      ['issued', false],
    ]);
  });

  it('has the form of every command there is', () => {
    const { paths } = pages.current.app.get(OpenApiHolder).get();
    const commands = Object.entries(paths)
      .filter(([path, { post }]) => post !== undefined && COMMAND_OF_RECORD.test(path))
      .map(([path]) => path);
    const known = commandForms.map(({ route }) => route);
    expect(known.toSorted()).toEqual(commands.toSorted());
    expect(Object.keys(doneUntyped).filter((route) => !known.includes(route))).toEqual([]);
  });

  it.each(commandForms.map((form) => [form.route, form] as const))(
    'passes as a form as it opens, with one more of what it lists, and refused: %s',
    async (_, form) => {
      expect(await faultsOfForm(form)).toEqual([]);
    },
  );

  async function faultsOfForm({ route, at, button, sender }: CommandFormPage): Promise<readonly string[]> {
    const as = `herts-${sender(pages.current.app.get(CommandForms).rolesOf(route))}`;
    const page = await windowOf(as);
    const path = at(stage);
    const faults = (await faultsIn({ path, act: unfold }, as)).map((fault) => `first: ${fault}`);
    if (await oneAdded(page)) {
      await unfold(page);
      faults.push(...(await faultsOf(page)).map((fault) => `listed: ${fault}`));
      await page.goto(`${pages.current.url}${path}`);
    }
    const opened = await page.title();
    await clicked(page.getByRole('button', { name: button, exact: true }).last());
    const after = await page.title();
    const refused = after === `Error: ${opened}`;
    if (refused === Object.hasOwn(doneUntyped, route)) return [...faults, `${opened} led to ${after}`];
    if (!refused) return faults;
    return [...faults, ...(await faultsOf(page)).map((fault) => `error: ${fault}`)];
  }

  it('has a title that no other page has', () => {
    expect(
      [...met].filter(([, paths]) => paths.size > 1).map(([title, paths]) => [title, [...paths]]),
    ).toEqual([]);
    expect(met.size).toBeGreaterThan(40);
  });
});

/** What leads to another page and shows nothing of its own. */
const LEADS_ELSEWHERE = ['/', '/cases/assign'];
