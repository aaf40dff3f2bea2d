import { describe, expect, it } from '@jest/globals';
import {
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
} from '../../../test/support/example-transfer-case.js';
import type { DomainEvent } from '../../kernel/event.js';
import { transferCaseCatalogue } from './transfer-case.events.js';

const read = (event: DomainEvent) => transferCaseCatalogue.decode({ ...event, schemaVersion: 1 });
const assistant = alertRaised.data.assistants[0];

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
