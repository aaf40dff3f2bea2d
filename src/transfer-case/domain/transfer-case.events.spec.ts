import { describe, expect, it } from '@jest/globals';
import * as example from '../../../test/support/example-transfer-case.js';
import type { DomainEvent } from '../../kernel/event.js';
import { InvalidValue } from '../../kernel/invalid-value.js';
import { plainDate } from '../../kernel/plain-date.js';
import { transferCaseCatalogue, type TransferCaseEvent } from './transfer-case.events.js';

const {
  alertRaised,
  areaChanged,
  budgetFormChosen,
  decidedEligible,
  delayClassified,
  jointPackageSet,
  liabilityWithHeldDays,
  oneOffPaid,
  suspensionRecorded,
  transferCompleted,
} = example;
const day = plainDate('2024-06-05');
const read = (event: DomainEvent) => transferCaseCatalogue.decode({ ...event, schemaVersion: 1 });
const assistant = alertRaised.data.assistants[0];

function isEvent(value: unknown): value is DomainEvent {
  return typeof value === 'object' && value !== null && 'occurredOn' in value;
}

/** The words that stored events of a case hold. A word that was once stored is read for ever. */
const WORDS: readonly [string, (word: string) => DomainEvent, string][] = [
  [
    'how an assistant works',
    (status) => ({
      ...alertRaised,
      data: { ...alertRaised.data, assistants: [{ ...assistant, status }] },
    }),
    'employed self-employed',
  ],
  [
    'the rule of liability',
    (rule) => ({ ...liabilityWithHeldDays, data: { ...liabilityWithHeldDays.data, rule } }),
    'R1 R2 R3 R4 R5 R6',
  ],
  [
    'an item of the completion list',
    (item) => ({ ...transferCompleted, data: { items: [{ item }] } }),
    'phb-agreement-signed phb-cover-start-confirmed council-last-day-set assistant-list-agreed leave-statement-received ' +
      'insurance-in-force redundancy-agreement-noted contribution-stopped-and-refund-queued ' +
      'person-and-payroll-told-in-writing contacts-named',
  ],
  [
    'what a one-off payment is for',
    (kind) => ({ ...oneOffPaid, data: { ...oneOffPaid.data, kind } }),
    'for-later-use annual before-liability back-pay respite-or-emergency',
  ],
  [
    'the approval of a one-off payment',
    (outcome) => ({ ...oneOffPaid, data: { ...oneOffPaid.data, approval: { outcome } } }),
    'approved not-approved',
  ],
  [
    'a part of a joint package',
    (part) => ({ ...jointPackageSet, data: { ...jointPackageSet.data, parts: [{ part, share: '0.4' }] } }),
    'council-own bridged nhs-own',
  ],
  [
    'why care was interrupted',
    (reason) => ({ ...suspensionRecorded, data: { ...suspensionRecorded.data, reason } }),
    'hospital respite other',
  ],
  [
    'what was paid meanwhile',
    (paid) => ({ ...suspensionRecorded, data: { ...suspensionRecorded.data, paid } }),
    'in-full reduced nothing',
  ],
  [
    'why another NHS body is responsible',
    (reason) => ({ ...areaChanged, data: { ...areaChanged.data, reason } }),
    'gp-registration placing-rules dispute-settled',
  ],
  [
    'the form of a budget',
    (form) => ({ ...budgetFormChosen, data: { ...budgetFormChosen.data, form } }),
    'direct-payment notional third-party agency',
  ],
  [
    'the outcome of a decision',
    (outcome) => ({ ...decidedEligible, data: { ...decidedEligible.data, outcome } }),
    'eligible not-eligible',
  ],
  [
    'whether a delay was justified',
    (delay) => ({ ...delayClassified('unknown'), data: { ...delayClassified('unknown').data, delay } }),
    'justified unjustified unknown',
  ],
];

describe('A stored event of a case', () => {
  it('is read whole, with every field that it was stored with', () => {
    const others: readonly TransferCaseEvent[] = [
      {
        type: 'transfer-case.death-retracted',
        occurredOn: day,
        data: { corrects: 'an-event', reasonCode: 'wrong-person' },
      },
      {
        type: 'transfer-case.liability-agreed',
        occurredOn: day,
        data: { startsOn: day, documentReference: 'LETTER-7' },
      },
      {
        type: 'transfer-case.bridging-extended',
        occurredOn: day,
        data: { until: day, approvedBy: 'staff-1', reasonCode: 'plan-not-signed' },
      },
      {
        type: 'transfer-case.transfer-completed',
        occurredOn: day,
        data: { items: [{ item: 'contacts-named', waived: { by: 'staff-1', reason: 'payroll-closed' } }] },
      },
    ];
    const examples = Object.values<unknown>(example).filter(isEvent);
    expect(examples.length).toBeGreaterThan(30);
    for (const event of [...examples, ...others]) {
      expect(read(event)).toStrictEqual(event);
      expect(() => read({ ...event, data: {} })).toThrow(InvalidValue);
    }
  });

  it.each(WORDS)(
    'holds, for %s, one of the words that are known, and is read as it is',
    (_, stored, words) => {
      for (const word of words.split(' ')) {
        const event = stored(word);
        expect(read(event)).toEqual(event);
      }
      expect(() => read(stored(''))).toThrow(/ is not one of /);
    },
  );
});
