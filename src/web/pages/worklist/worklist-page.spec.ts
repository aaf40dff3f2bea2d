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
  worklistPage(askedList(query), { items: [], ...(next !== undefined && { next }) }, counts, principal)
    .model as unknown as {
    readonly views: readonly { readonly href: string; readonly current: boolean; readonly count: number }[];
    readonly columns: readonly { readonly direction?: string; readonly href?: string }[];
    readonly next?: string;
    readonly clear: string;
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
    expect(countsQuery(list).toString()).toBe('stage=bridging&dueBefore=2024-06-01');
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
      'ascending',
      'none',
    ]);
    expect(columns[4]?.href).toBe('/cases?sort=-alertedOn');
    expect(columns[5]?.href).toBe('/cases?sort=dueOn');
  });

  it('leads to its next page with all that it was asked for', () => {
    expect(model({ move: 'theirs', sort: '-caseRef' }, 'abc').next).toBe(
      '/cases?move=theirs&sort=-caseRef&cursor=abc',
    );
    expect(model({ move: 'theirs', stage: 'bridging' }).clear).toBe('/cases?move=theirs');
  });
});
