import { describe, expect, it } from '@jest/globals';
import type { DataTable } from '../../page/data-table.js';
import type { Picture } from '../../pictures/picture.js';
import { overviewPage } from './overview-page.js';
import { askedList } from './worklist-page.js';

const counts = {
  ...{ all: 9, ours: 4, theirs: 3, overdue: 1 },
  workers: { anybody: 9, me: 2, nobody: 1, each: [] },
  otherBodies: [{ organisation: 'QM7', cases: 9 }],
  stages: [
    { stage: 'complete', all: 2, ours: 0, theirs: 0, overdue: 0 },
    { stage: 'bridging', all: 7, ours: 4, theirs: 3, overdue: 1 },
  ],
};
const model = (query: Readonly<Record<string, string>> = {}) =>
  overviewPage(askedList(query), counts).model as unknown as {
    readonly says: string;
    readonly drawing: Picture;
    readonly table: DataTable;
  };

describe('the overview of cases', () => {
  it('counts them by stage as a case comes to them, as a picture and as a table', () => {
    const { says, drawing, table } = model();
    expect(says).toBe('9 cases: 4 need us, 3 wait on them, 1 overdue.');
    expect(drawing.table.rows).toEqual([
      ['Council is bridging', '4', '3', '1', '7'],
      ['Completed', '0', '0', '0', '2'],
    ]);
    expect(table.rows.map((cells) => cells.map(({ text }) => text))).toEqual([
      ['Council is bridging', '4', '3', '1', '7'],
      ['Completed', '0', '0', '0', '2'],
    ]);
  });

  it('leads from each count to the list of those cases, with the filter', () => {
    const [bridging = [], complete = []] = model({ worker: 'me' }).table.rows;
    expect(bridging.map(({ href }) => href)).toEqual([
      '/cases?worker=me&stage=bridging',
      '/cases?worker=me&stage=bridging&move=ours',
      '/cases?worker=me&stage=bridging&move=theirs',
      undefined,
      undefined,
    ]);
    expect(complete.map(({ href }) => href)).toEqual([
      '/cases?worker=me&stage=complete',
      ...Array(4).fill(undefined),
    ]);
  });
});
