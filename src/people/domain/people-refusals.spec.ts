import { expect, it } from '@jest/globals';
import { plainDate } from '../../kernel/plain-date.js';
import type { Refusal } from '../../kernel/refusal.js';
import {
  ErasureNotOpen,
  ErasureRefused,
  ErasureRequested,
  NhsNumberTaken,
  PersonRemoved,
  SamePersonApproves,
} from './people-refusals.js';

const HELD = { code: 'legal-hold', detail: 'A legal hold stands on the details' } as const;
const OPEN = { code: 'case-goes-on', detail: 'TC-0000000001 goes on' } as const;

it.each<[string, Refusal, object]>([
  [
    'NhsNumberTaken: Another person of your organisation has this NHS number: look at both and correct one of them',
    new NhsNumberTaken('PN-7F3K92QD1M'),
    {
      code: 'nhs-number-taken',
      facts: { personId: 'PN-7F3K92QD1M' },
      fields: [
        {
          pointer: '/nhsNumber',
          code: 'nhs-number-taken',
          detail: 'Another person of your organisation has this NHS number',
        },
      ],
    },
  ],
  [
    'PersonRemoved: The details of this person were removed on 2 March 2026, and none are added',
    new PersonRemoved(plainDate('2026-03-02')),
    { code: 'person-removed', facts: { removedOn: '2026-03-02' } },
  ],
  [
    'ErasureRefused: The details are not removed: A legal hold stands on the details; TC-0000000001 goes on',
    new ErasureRefused([HELD, OPEN]),
    { code: 'erasure-refused', facts: { reasons: [HELD, OPEN] } },
  ],
  [
    'ErasureRequested: The removal of these details was requested before: approve or withdraw that request',
    new ErasureRequested(),
    { code: 'erasure-requested' },
  ],
  [
    'ErasureNotOpen: The request is not open to this any more',
    new ErasureNotOpen(),
    { code: 'erasure-not-open' },
  ],
  [
    'SamePersonApproves: Somebody else than who requested the removal has to approve it',
    new SamePersonApproves(),
    { code: 'same-person-approves' },
  ],
])('%s', (sentence, refusal, facts) => {
  expect(String(refusal)).toBe(sentence);
  expect(refusal).toMatchObject({ kind: 'conflict', ...facts });
});
