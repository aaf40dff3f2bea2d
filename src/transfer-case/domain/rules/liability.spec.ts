import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Basis } from '../../../kernel/basis.js';
import { addDays, plainDate } from '../../../kernel/plain-date.js';
import { LIABILITY_RULE } from './liability-rules.js';
import { dayTwentyNine, determineLiability, type LiabilityFacts } from './liability.js';

const received = plainDate('2024-01-31');
const decided = plainDate('2024-04-10');
const lateDecision: LiabilityFacts = {
  checklist: { completedOn: plainDate('2024-01-29'), receivedOn: received },
  decision: { outcome: 'eligible', decidedOn: decided, notifiedOn: plainDate('2024-04-12') },
};
const challenged: LiabilityFacts = {
  decision: { outcome: 'not-eligible', decidedOn: decided, notifiedOn: plainDate('2024-04-12') },
  revisedDecision: {
    originalDecidedOn: decided,
    revisedOn: plainDate('2024-09-02'),
    notifiedOn: plainDate('2024-09-04'),
  },
};

function found(facts: LiabilityFacts) {
  const figure = determineLiability(facts);
  if (figure.status === 'pending') throw new Error('No day of liability was found');
  return figure;
}

describe('Day 29', () => {
  it.each([
    ['2024-01-31', '2024-02-28'],
    ['2025-01-31', '2025-02-28'],
    ['2024-12-04', '2025-01-01'],
  ])('of a checklist received on %s is %s', (receivedOn, day29) => {
    expect(dayTwentyNine(plainDate(receivedOn))).toBe(day29);
  });
});

describe('The day from which the NHS body is liable', () => {
  it('is the day of the decision (R1)', () => {
    expect(found({ decision: lateDecision.decision! }).value).toEqual({ startsOn: '2024-04-10', rule: 'R1' });
  });

  it('is the earlier day that the ICB states (R2)', () => {
    const decision = { ...lateDecision.decision!, effectiveOn: plainDate('2024-03-20') };
    expect(found({ decision }).value).toEqual({ startsOn: '2024-03-20', rule: 'R2' });
  });

  it('stays the day of the decision when the ICB states that very day', () => {
    expect(found({ decision: { ...lateDecision.decision!, effectiveOn: decided } }).value.rule).toBe('R1');
  });

  it('is day 29 when the decision was late without justification (R3)', () => {
    expect(found({ ...lateDecision, delay: 'unjustified' }).value).toEqual({
      startsOn: '2024-02-28',
      rule: 'R3',
    });
  });

  it('is the day of the decision when the delay was justified', () => {
    expect(found({ ...lateDecision, delay: 'justified' }).value).toEqual({
      startsOn: '2024-04-10',
      rule: 'R1',
    });
  });

  it('holds the days from day 29 while nobody has said whether the delay was justified', () => {
    expect(found(lateDecision).value).toEqual({
      startsOn: '2024-04-10',
      rule: 'R1',
      held: {
        from: '2024-02-28',
        until: '2024-04-10',
        missing: {
          fact: 'delay-justified',
          reason: expect.stringMatching(/^Nobody has said whether the delay .* 2024-02-28$/),
          suppliedBy: "the ICB's CHC team",
        },
      },
    });
  });

  it('is not touched by day 29 when the decision came by then, or is stated from an earlier day', () => {
    const onDay29 = { ...lateDecision.decision!, decidedOn: plainDate('2024-02-28') };
    const fromBefore = { ...lateDecision.decision!, effectiveOn: plainDate('2024-02-20') };
    for (const [decision, rule, startsOn] of [
      [onDay29, 'R1', '2024-02-28'],
      [fromBefore, 'R2', '2024-02-20'],
    ] as const) {
      for (const delay of ['justified', 'unjustified', 'unknown'] as const) {
        expect(found({ ...lateDecision, decision, delay }).value).toEqual({ startsOn, rule });
      }
    }
  });

  it('is the day of the original decision when that was revised after a challenge (R4)', () => {
    expect(found(challenged).value).toEqual({ startsOn: '2024-04-10', rule: 'R4' });
  });

  it('is day 29 when the original decision was late without justification too (R4 with R3)', () => {
    const { checklist } = lateDecision;
    expect(found({ ...challenged, checklist: checklist!, delay: 'unjustified' }).value).toEqual({
      startsOn: '2024-02-28',
      rule: 'R4',
    });
    expect(found({ ...challenged, checklist: checklist!, delay: 'justified' }).value).toEqual({
      startsOn: '2024-04-10',
      rule: 'R4',
    });
    expect(found({ ...challenged, checklist: checklist! }).value).toMatchObject({
      startsOn: '2024-04-10',
      rule: 'R4',
      held: { from: '2024-02-28', until: '2024-04-10' },
    });
  });

  it('does not count the time that a challenge took as a late decision', () => {
    const onTime = {
      ...challenged,
      checklist: { completedOn: plainDate('2024-03-25'), receivedOn: plainDate('2024-03-26') },
      delay: 'unjustified' as const,
    };
    expect(found(onTime).value).toEqual({ startsOn: '2024-04-10', rule: 'R4' });
  });

  it('is the day that the Fast Track tool was received (R5), whatever else the ICB states', () => {
    const decision = { ...lateDecision.decision!, effectiveOn: plainDate('2024-03-20') };
    expect(found({ decision, fastTrackReceivedOn: plainDate('2024-04-08') }).value).toEqual({
      startsOn: '2024-04-08',
      rule: 'R5',
    });
    expect(found({ ...challenged, fastTrackReceivedOn: plainDate('2024-04-08') }).value).toEqual({
      startsOn: '2024-04-08',
      rule: 'R5',
    });
  });

  it('is whatever was agreed or found by a court (R6), later days included, and nothing is held', () => {
    const liabilityAgreed = { startsOn: plainDate('2024-05-01'), documentReference: 'LETTER-7' };
    expect(found({ ...lateDecision, liabilityAgreed }).value).toEqual({ startsOn: '2024-05-01', rule: 'R6' });
  });

  it('is not known before a decision, or after one of not eligible, and says who can supply it', () => {
    expect(determineLiability({ checklist: lateDecision.checklist! })).toEqual({
      status: 'pending',
      missing: [
        {
          fact: 'eligibility-decision',
          reason: 'The NHS body has not decided whether the person is eligible',
          suppliedBy: "the ICB's CHC team",
        },
      ],
    });
    expect(determineLiability({ decision: challenged.decision! })).toMatchObject({
      status: 'pending',
      missing: [
        { reason: 'The NHS body has decided that the person is not eligible, and has not revised it' },
      ],
    });
  });

  it('is explained by the whole tree of rules that led to it', () => {
    const facts: LiabilityFacts = {
      ...challenged,
      checklist: lateDecision.checklist!,
      delay: 'unjustified',
      liabilityAgreed: { startsOn: plainDate('2024-03-01'), documentReference: 'LETTER-7' },
    };
    expect(outline(found(facts).basis)).toEqual({
      'LIABILITY-R6': { startsOn: '2024-03-01', documentReference: 'LETTER-7' },
      from: [
        {
          'LIABILITY-R4': { originalDecidedOn: '2024-04-10', revisedOn: '2024-09-02' },
          from: [
            { 'LIABILITY-R1': { decidedOn: '2024-09-02' }, from: [] },
            {
              'LIABILITY-R3': { day29: '2024-02-28', delay: 'unjustified' },
              from: [
                { 'CHC-DAY-29': { receivedOn: '2024-01-31', day29: '2024-02-28' }, from: [] },
                { 'LIABILITY-R1': { decidedOn: '2024-04-10' }, from: [] },
              ],
            },
          ],
        },
      ],
    });
  });

  it('says how certain each rule is', () => {
    expect(found({ ...lateDecision, delay: 'justified' }).basis).toEqual({
      rule: 'LIABILITY-R1',
      version: 1,
      title: LIABILITY_RULE.R1.title,
      source: LIABILITY_RULE.R1.source,
      certainty: 'sourced',
      inputs: { decidedOn: '2024-04-10', day29: '2024-02-28', delay: 'justified' },
      from: [
        {
          rule: 'CHC-DAY-29',
          version: 1,
          title: expect.stringContaining('day 1'),
          source: expect.any(String),
          certainty: 'unverified',
          inputs: { receivedOn: '2024-01-31', day29: '2024-02-28' },
          from: [],
        },
      ],
    });
    expect(Object.values(LIABILITY_RULE).map(({ certainty }) => certainty)).toEqual([
      'sourced',
      'unverified',
      'sourced',
      'sourced',
      'product-decision',
      'sourced',
    ]);
  });

  it('only ever moves earlier when a delay turns out unjustified, and by exactly the held days', () => {
    const offset = fc.integer({ min: 0, max: 400 });
    fc.assert(
      fc.property(offset, fc.option(offset), (late, stated) => {
        const decidedOn = addDays(received, late);
        const effectiveOn = stated === null ? {} : { effectiveOn: addDays(decidedOn, -stated) };
        const facts = {
          ...lateDecision,
          decision: { ...lateDecision.decision!, decidedOn, ...effectiveOn },
        };
        const unknown = found(facts).value;
        const justified = found({ ...facts, delay: 'justified' }).value;
        const unjustified = found({ ...facts, delay: 'unjustified' }).value;
        expect(unknown.startsOn).toBe(justified.startsOn);
        expect(unjustified.startsOn).toBe(unknown.held?.from ?? justified.startsOn);
        expect(unknown.held?.until ?? justified.startsOn).toBe(justified.startsOn);
        expect(unjustified.startsOn <= justified.startsOn).toBe(true);
      }),
    );
  });
});

/** A tree with rule codes and inputs only. */
function outline({ rule, inputs, from }: Basis): object {
  return { [rule]: inputs, from: from.map(outline) };
}
