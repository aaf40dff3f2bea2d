import { describe, expect, it } from '@jest/globals';
import { plainDate } from '../../../kernel/plain-date.js';
import { FieldRefused } from '../../../kernel/refusal.js';
import { peopleRules } from '../people-rules.js';
import { reasonsAgainst, refuseUnlessGrounded, type ErasureFacts } from './erasure-check.js';
import { PERSON_RETENTION } from './erasure-rules.js';

const facts: ErasureFacts = {
  authority: 'end-of-retention',
  careEndedOn: plainDate('2018-02-28'),
  legalHold: false,
  cases: [{ caseRef: 'TC-0000000001', isOver: true }],
  lastUsedOn: plainDate('2017-05-01'),
  classes: ['eight-years-after-care'],
  today: plainDate('2026-02-28'),
};
const codes = (change: Partial<ErasureFacts>) =>
  reasonsAgainst({ ...facts, ...change }).map(({ code }) => code);

describe('PERSON-RETENTION', () => {
  it('lets details go eight years after the end of the care, to the day', () => {
    expect(codes({})).toEqual([]);
    expect(reasonsAgainst({ ...facts, today: plainDate('2026-02-27') })).toEqual([
      { code: 'within-retention', detail: 'The details are kept until 28 February 2026 at least' },
    ]);
    expect(reasonsAgainst(facts)).toEqual([]);
    expect(peopleRules).toContain(PERSON_RETENTION);
    expect(PERSON_RETENTION).toMatchObject({ code: 'PERSON-RETENTION', version: 2, certainty: 'unverified' });
  });

  it('runs anew from the day of the last use', () => {
    expect(codes({ lastUsedOn: plainDate('2018-03-01') })).toEqual(['within-retention']);
  });

  it('does not end while a case goes on', () => {
    expect(codes({ cases: [{ caseRef: 'TC-0000000001', isOver: false }] })).toEqual(['case-goes-on']);
  });
});

describe('a removal', () => {
  it.each(['end-of-retention', 'entered-by-mistake', 'court-order'] as const)(
    'for %s waits while a legal hold stands',
    (authority) => {
      expect(codes({ authority, legalHold: true, cases: [] })).toEqual(['legal-hold']);
    },
  );

  it('of somebody who was entered by mistake needs no years, and no case that names them', () => {
    const today = { authority: 'entered-by-mistake', lastUsedOn: facts.today } as const;
    expect(codes({ ...today, cases: [] })).toEqual([]);
    expect(codes(today)).toEqual(['case-names-person']);
  });

  it('by order of a court waits for nothing else', () => {
    expect(codes({ authority: 'court-order', lastUsedOn: facts.today })).toEqual([]);
  });

  it('at the end of retention says when the care ended, which is not to come', () => {
    expect(() => refuseUnlessGrounded({ authority: 'end-of-retention' }, facts.today, facts.classes)).toThrow(
      FieldRefused,
    );
    expect(() =>
      refuseUnlessGrounded(
        { authority: 'court-order', careEndedOn: plainDate('2026-03-01') },
        facts.today,
        facts.classes,
      ),
    ).toThrow('1 March 2026 is in the future');
    expect(() =>
      refuseUnlessGrounded({ authority: 'court-order' }, facts.today, facts.classes),
    ).not.toThrow();
  });

  it('need not say it where no class runs from it', () => {
    const six = ['six-years-after-contact'] as const;
    expect(() => {
      refuseUnlessGrounded({ authority: 'end-of-retention' }, facts.today, six);
    }).not.toThrow();
  });

  it('is told everything that stands against it, in words', () => {
    const cases = [
      { caseRef: 'TC-0000000001', isOver: true },
      { caseRef: 'TC-0000000002', isOver: false },
    ];
    const late = { ...facts, legalHold: true, cases, today: plainDate('2026-02-27') };
    const hold = { code: 'legal-hold', detail: 'A legal hold stands on the details' };
    expect(reasonsAgainst(late)).toEqual([
      hold,
      { code: 'case-goes-on', detail: 'TC-0000000002 goes on' },
      { code: 'within-retention', detail: 'The details are kept until 28 February 2026 at least' },
    ]);
    expect(reasonsAgainst({ ...late, authority: 'entered-by-mistake' })).toEqual([
      hold,
      {
        code: 'case-names-person',
        detail: 'TC-0000000001 names the person, so they were not entered by mistake',
      },
      {
        code: 'case-names-person',
        detail: 'TC-0000000002 names the person, so they were not entered by mistake',
      },
    ]);
    expect(reasonsAgainst({ ...late, authority: 'court-order' })).toEqual([hold]);
  });

  it('of details that were put right on the day the care ended runs from that day', () => {
    expect(codes({ lastUsedOn: plainDate('2018-02-28') })).toEqual([]);
    expect(codes({ lastUsedOn: plainDate('2018-02-28'), today: plainDate('2026-02-27') })).toEqual([
      'within-retention',
    ]);
  });

  it('names the field where the end of the care is missing or to come', () => {
    const refusalOf = (grounds: Parameters<typeof refuseUnlessGrounded>[0]) => {
      try {
        refuseUnlessGrounded(grounds, facts.today, facts.classes);
      } catch (fault) {
        return (fault as FieldRefused).fields;
      }
      return undefined;
    };
    expect(refusalOf({ authority: 'end-of-retention' })).toEqual([
      {
        pointer: '/careEndedOn',
        code: 'end-of-care-missing',
        detail: 'Retention runs from the day on which the care ended',
      },
    ]);
    expect(refusalOf({ authority: 'court-order', careEndedOn: plainDate('2026-03-01') })).toMatchObject([
      { pointer: '/careEndedOn', code: 'in-the-future' },
    ]);
    expect(refusalOf({ authority: 'end-of-retention', careEndedOn: facts.today })).toBeUndefined();
  });
});
