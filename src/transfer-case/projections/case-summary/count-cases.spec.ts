import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Stage } from '../../domain/case-record.js';
import { WAITING_ON } from '../../domain/waiting-on.js';
import { countCases, MOVES, movesOf, type CaseTally, type CountedFilter } from './count-cases.js';

const tally = (changes: Partial<CaseTally> = {}): CaseTally => ({
  stage: 'bridging',
  waitingOn: 'nhs',
  overdue: false,
  otherBody: 'QM7',
  worker: 'rosalind',
  cases: 1,
  ...changes,
});
const atCouncil = { id: 'rosalind', side: 'council' } as const;

describe('The counts of a work list', () => {
  const tallies = [
    tally({ cases: 4 }),
    tally({ cases: 3, waitingOn: 'council', overdue: true }),
    tally({ cases: 2, stage: 'complete', waitingOn: 'council', worker: null }),
    tally({ cases: 5, waitingOn: 'both', worker: 'marcus', otherBody: 'QNC' }),
    tally({ cases: 1, stage: 'withdrawn', waitingOn: 'none', worker: 'marcus' }),
  ];

  it('say whose move it is, what is overdue, who works how many, and where they are', () => {
    expect(countCases(tallies, {}, atCouncil)).toEqual({
      all: 15,
      ours: 10,
      theirs: 4,
      overdue: 3,
      workers: {
        anybody: 15,
        me: 7,
        nobody: 2,
        each: [
          { id: 'rosalind', cases: 7 },
          { id: 'marcus', cases: 6 },
        ],
      },
      otherBodies: [
        { organisation: 'QM7', cases: 10 },
        { organisation: 'QNC', cases: 5 },
      ],
      stages: [
        { stage: 'bridging', all: 12, ours: 8, theirs: 4, overdue: 3 },
        { stage: 'complete', all: 2, ours: 2, theirs: 0, overdue: 0 },
        { stage: 'withdrawn', all: 1, ours: 0, theirs: 0, overdue: 0 },
      ],
    });
  });

  it('of the NHS body turn the moves round', () => {
    expect(countCases(tallies, {}, { id: 'imogen', side: 'nhs' })).toMatchObject({ ours: 9, theirs: 5 });
  });

  it('tell what choosing would show: each leaves out the filter by what it counts', () => {
    const mine = countCases(tallies, { worker: 'rosalind', move: 'ours' }, atCouncil);
    expect([mine.all, mine.ours, mine.theirs]).toEqual([7, 3, 4]);
    expect(mine.workers).toMatchObject({ anybody: 10, me: 3, nobody: 2 });
    const nobodys = countCases(tallies, { worker: null }, atCouncil);
    expect([nobodys.all, nobodys.workers.anybody]).toEqual([2, 15]);
    const elsewhere = countCases(tallies, { otherBody: 'QNC', stage: 'complete' }, atCouncil);
    expect([elsewhere.all, elsewhere.otherBodies, elsewhere.stages]).toEqual([
      0,
      [{ organisation: 'QM7', cases: 2 }],
      [{ stage: 'bridging', all: 5, ours: 5, theirs: 0, overdue: 0 }],
    ]);
  });

  it('are of nothing where there is nothing', () => {
    expect(countCases([], {}, atCouncil)).toEqual({
      ...{ all: 0, ours: 0, theirs: 0, overdue: 0, otherBodies: [], stages: [] },
      workers: { anybody: 0, me: 0, nobody: 0, each: [] },
    });
  });

  it('come to as many cases by whatever they are told apart', () => {
    const stages: readonly Stage[] = ['alerted', 'bridging', 'complete'];
    const anyTally = fc.record({
      stage: fc.constantFrom(...stages),
      waitingOn: fc.constantFrom(...WAITING_ON),
      overdue: fc.boolean(),
      otherBody: fc.constantFrom('QM7', 'QNC'),
      worker: fc.constantFrom(null, 'rosalind', 'marcus'),
      cases: fc.integer({ min: 1, max: 9 }),
    });
    const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);
    fc.assert(
      fc.property(fc.array(anyTally), (some) => {
        const { all, ours, theirs, workers, otherBodies, stages: byStage } = countCases(some, {}, atCouncil);
        const waiting = sum(some.filter(({ waitingOn }) => waitingOn !== 'none').map(({ cases }) => cases));
        expect(ours + theirs).toBe(waiting);
        expect(workers.anybody).toBe(all);
        expect(workers.nobody + sum(workers.each.map(({ cases }) => cases))).toBe(all);
        expect(sum(otherBodies.map(({ cases }) => cases))).toBe(all);
        expect(sum(byStage.map((stage) => stage.all))).toBe(all);
        // What a choice says is what the list shows once it is chosen.
        for (const move of MOVES) {
          const chosen: CountedFilter = { move };
          const listed = some.filter(({ waitingOn }) => movesOf('council')[move].includes(waitingOn));
          expect(countCases(some, chosen, atCouncil).workers.anybody).toBe(
            sum(listed.map(({ cases }) => cases)),
          );
        }
      }),
    );
  });
});
