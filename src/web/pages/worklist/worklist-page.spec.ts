import { describe, expect, it } from '@jest/globals';
import { askedList, countsQuery, worklistPage } from './worklist-page.js';

const principal = {
  issuer: 'https://issuer.example',
  subject: 'b0c4e1',
  organisation: 'E10000015',
  roles: ['direct-payment-worker'],
} as const;
const counts = {
  ...{ all: 5, ours: 2, theirs: 3, overdue: 1, otherBodies: [], stages: [] },
  workers: { anybody: 5, me: 2, nobody: 1, each: [] },
};
const model = (query: Readonly<Record<string, string>>, next?: string) =>
  worklistPage({
    list: askedList(query),
    cases: { items: [], ...(next !== undefined && { next }) },
    counts,
    principal,
    assign: {},
  }).model as unknown as {
    readonly views: readonly { readonly href: string; readonly current: boolean; readonly count: number }[];
    readonly columns: readonly { readonly direction?: string; readonly href?: string }[];
    readonly workerViews: readonly object[];
    readonly workers: readonly object[];
    readonly otherBodies: readonly object[];
    readonly next?: string;
    readonly clear: string;
    readonly overview: string;
    readonly here: string;
    readonly done?: string;
  };

describe('the list of cases', () => {
  it('asks the API for what its address says, a day in three parts as one', () => {
    const list = askedList({
      stage: 'bridging',
      move: 'ours',
      sort: '-dueOn',
      'dueBefore-day': '1',
      'dueBefore-month': 'June',
      'dueBefore-year': '2024',
    });
    expect(list.asked.toString()).toBe('limit=50&stage=bridging&move=ours&sort=-dueOn&dueBefore=2024-06-01');
    expect(countsQuery(list).toString()).toBe('stage=bridging&move=ours&dueBefore=2024-06-01');
  });

  it('asks for nothing by what is empty or no text', () => {
    expect(askedList({ stage: '', move: ['ours'], 'dueBefore-day': '' }).asked.toString()).toBe('limit=50');
  });

  it('keeps the filter from view to view, and begins each at its first page', () => {
    const { views } = model({ stage: 'bridging', move: 'ours', cursor: 'abc' });
    expect(views.map(({ href }) => href)).toEqual([
      '/cases?stage=bridging&move=ours',
      '/cases?stage=bridging&move=theirs',
      '/cases?stage=bridging',
    ]);
    expect(views.map(({ current }) => current)).toEqual([true, false, false]);
    expect(views.map(({ count }) => count)).toEqual([2, 3, 5]);
  });

  it('sorts by a heading, and the other way round when it is pressed again', () => {
    const { columns } = model({ sort: 'alertedOn' });
    expect(columns.map(({ direction }) => direction)).toEqual([
      'none',
      undefined,
      undefined,
      undefined,
      undefined,
      'ascending',
      'none',
    ]);
    expect(columns[5]?.href).toBe('/cases?sort=-alertedOn');
    expect(columns[6]?.href).toBe('/cases?sort=dueOn');
  });

  it('is told apart by who works the cases, and keeps that and the other body in every address', () => {
    const query = { worker: 'nobody', otherBody: 'QM7', stage: 'bridging' };
    expect(countsQuery(askedList(query)).toString()).toBe('stage=bridging&otherBody=QM7&worker=nobody');
    const { workerViews, workers, otherBodies, overview, here, clear } = model({ ...query, assigned: '2' });
    expect(workerViews).toEqual([
      { text: 'Anybody’s', count: 5, href: '/cases?otherBody=QM7&stage=bridging', current: false },
      { text: 'Mine', count: 2, href: '/cases?worker=me&otherBody=QM7&stage=bridging', current: false },
      {
        text: 'Nobody’s',
        count: 1,
        href: '/cases?worker=nobody&otherBody=QM7&stage=bridging',
        current: true,
      },
    ]);
    expect(workers).toEqual([
      { value: 'me', text: 'Me (2)', selected: false },
      { value: 'nobody', text: 'Nobody (1)', selected: true },
    ]);
    expect(otherBodies).toEqual([{ value: 'QM7', text: expect.stringMatching(/ \(0\)$/), selected: true }]);
    expect(overview).toBe('/cases/overview?worker=nobody&otherBody=QM7');
    // What was done is said once: no address that leads on repeats it.
    expect(here).toBe('/cases?worker=nobody&otherBody=QM7&stage=bridging');
    expect(clear).toBe('/cases');
  });

  it('says once how many cases were given to somebody', () => {
    expect(model({ assigned: '1' }).done).toBe('1 case assigned');
    expect(model({ assigned: '12' }).done).toBe('12 cases assigned');
    expect(['0', '-1', 'many', ''].map((assigned) => model({ assigned }).done)).toEqual(
      Array(4).fill(undefined),
    );
  });

  it('leads to its next page with all that it was asked for', () => {
    expect(model({ move: 'theirs', sort: '-caseRef' }, 'abc').next).toBe(
      '/cases?move=theirs&sort=-caseRef&cursor=abc',
    );
    expect(model({ move: 'theirs', stage: 'bridging' }).clear).toBe('/cases?move=theirs');
  });
});
