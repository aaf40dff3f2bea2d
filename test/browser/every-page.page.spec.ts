import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import { exampleCases } from '../../src/dev/examples/example-cases.js';
import { playExample, playExampleAgreement } from '../../src/dev/examples/make-examples.js';
import { systemClock, todayInLondon } from '../../src/kernel/clock.js';
import { RouteWalk } from '../../src/platform/access/route-walk.js';
import { calculators } from '../../src/web/pages/calculators/calculators.js';
import { figuresAmiss, figuresOnPage } from '../support/figures.js';
import { usePages } from '../support/pages.js';
import { typedFrom } from '../support/typed-from.js';
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

  const amiss = async ({
    page,
    api,
    shown = () => [],
    follows = () => [],
  }: LookedAt): Promise<readonly string[]> => {
    const answer = await auditor.request.get(`${pages.current.url}${page}`);
    if (answer.status() !== 200) return [`${page} was answered ${answer.status()}`];
    const figures = figuresOnPage(await answer.text());
    amounts += figures.amounts.length;
    const answers = await Promise.all(
      api.map(async (address) => (await pages.current.api.get(AUDITOR, address)).body),
    );
    return figuresAmiss(figures, [...answers, follows(answers)], shown(answers)).map(
      (fault) => `${page}: ${fault}`,
    );
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
