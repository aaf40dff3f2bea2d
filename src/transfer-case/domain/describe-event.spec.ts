import { describe, expect, it } from '@jest/globals';
import {
  accountClosed,
  alertRaised,
  agreementBound,
  agreementChangeSigned,
  areaChanged,
  awardRateSet,
  budgetFormChosen,
  caseAssigned,
  caseMerged,
  caseReopened,
  caseUnassigned,
  reopeningRequested,
  chcDeclined,
  balanceReclaimed,
  checklistReceived,
  deathRecorded,
  decidedNotEligible,
  eligibilityLost,
  eligibilityOverturned,
  HISTORY_TO,
  interimPayerAgreed,
  jointPackageSet,
  liabilityWithHeldDays,
  oneOffPaid,
  openingBalanceStated,
  paymentMade,
  suspensionRecorded,
  transferWithdrawn,
} from '../../../test/support/example-transfer-case.js';
import { recordedHistory } from '../../../test/support/recorded.js';
import { pence } from '../../kernel/pence.js';
import { describeTransferCaseEvent } from './describe-event.js';
import type { TransferCaseEvent } from './transfer-case.events.js';

const sentenceOf = (event: TransferCaseEvent) =>
  recordedHistory([event]).map(describeTransferCaseEvent).join();

describe('The history of a case in sentences', () => {
  it.each<[TransferCaseEvent, string]>([
    [alertRaised, 'E10000015 alerted QM7 on 15 January 2024; the person wishes to keep 1 assistant'],
    [caseAssigned, 'The council said on 16 January 2024 who of its staff works the case'],
    [
      { ...caseAssigned, data: { side: 'nhs-body', assignee: 'imogen', reason: 'absence' } },
      'The NHS body gave the case to another member of its staff on 16 January 2024 (absence)',
    ],
    [caseUnassigned, 'The council has had nobody who works the case since 16 January 2024 (left-the-team)'],
    [checklistReceived, 'The checklist completed on 29 January 2024 reached the NHS body on 31 January 2024'],
    [decidedNotEligible, 'The NHS body decided on 10 April 2024 that the person is not eligible'],
    [
      liabilityWithHeldDays,
      'The NHS body is liable from 10 April 2024 by rule R1; 28 February 2024 to 9 April 2024 is held',
    ],
    [
      agreementChangeSigned,
      'The council signed that the case keeps version 2 of local agreement AG-0A1B2C3D4E (rate-basis-agreed)',
    ],
    [agreementBound, 'The case was bound to version 1 of local agreement AG-0A1B2C3D4E'],
    [awardRateSet, 'The direct payment was set at £512.19 a week gross from 3 April 2023'],
    [paymentMade, 'E10000015 paid £2,048.76 for 15 April 2024 to 12 May 2024 on 15 April 2024 (DP-0001)'],
    [
      budgetFormChosen,
      'The person chose a notional budget from 3 June 2024 (PLAN-2024-41): the PAs may be redundant, or move to another employer',
    ],
    [
      { ...budgetFormChosen, data: { ...budgetFormChosen.data, form: 'direct-payment' } },
      'The person chose a direct payment from 3 June 2024 (PLAN-2024-41)',
    ],
    [
      reopeningRequested,
      'It was asked on 1 July 2024 to reopen the case (decision-came-late, LETTER-2024-77), which takes a second person',
    ],
    [caseReopened, 'The case was reopened on 2 July 2024 (decision-came-late, LETTER-2024-77)'],
    [
      caseMerged,
      'The case was merged into TC-2B8M61WXC4 on 20 May 2024 (duplicate, NOTE-2024-12): nothing is owed on it any more',
    ],
    [deathRecorded, 'The person died on 7 May 2024'],
    [chcDeclined, 'The person declined NHS Continuing Healthcare from 13 May 2024 (LETTER-8)'],
    [
      oneOffPaid,
      'E10000015 paid £185.00 once for something of use after bridging on 7 May 2024, good for 3 June 2024 to 2 June 2025 (REC-118)',
    ],
    [openingBalanceStated, 'The account held £400.00 as 10 April 2024 began (STATEMENT-2024-04)'],
    [accountClosed, 'The account was closed on 28 June 2024 with £1,240.00 in it (STATEMENT-2024-06)'],
    [balanceReclaimed, 'The council took £1,240.00 back from the account on 12 July 2024 (RECLAIM-31)'],
    [
      eligibilityLost,
      'The NHS body decided on 3 February 2025 that the person is not eligible any more, and told them on 5 February 2025',
    ],
    [
      eligibilityOverturned,
      'The decision of eligibility was overturned on 20 May 2024: the NHS body is liable up to 19 May 2024 (PANEL-2024-17)',
    ],
    [
      jointPackageSet,
      'From 13 May 2024 0.4 of each day is the council’s own, the rest of each day is paid by the council for the NHS body',
    ],
    [
      suspensionRecorded,
      'Care at home was interrupted from 20 May 2024 to 2 June 2024 (hospital); the council paid £200.00 a week',
    ],
    [areaChanged, 'QNC is the responsible NHS body from 13 May 2024 (gp-registration, GP-1)'],
    [
      interimPayerAgreed,
      'NHS bodies dispute who is responsible from 13 May 2024; QNC pays until it is settled (LETTER-9)',
    ],
    [transferWithdrawn, 'The transfer was withdrawn on 1 May 2024 (person-stays-with-council)'],
  ])('%o', (event, sentence) => {
    expect(sentenceOf(event)).toBe(sentence);
  });

  it('says when a fact was put right, and when a payment was taken back', () => {
    const corrected = { ...awardRateSet, data: { ...awardRateSet.data, corrects: 'an-event' } };
    expect(sentenceOf(corrected)).toMatch(/^Corrected: the direct payment was set at/);
    const data = { ...paymentMade.data, amountPence: pence(-204_876), reverses: 'DP-0000' };
    expect(sentenceOf({ ...paymentMade, data })).toBe(
      'E10000015 reversed payment DP-0000 on 15 April 2024: −£2,048.76 (DP-0001)',
    );
  });

  it('has a sentence for each event of a whole case', () => {
    for (const recorded of recordedHistory(HISTORY_TO['back-with-council'])) {
      expect(describeTransferCaseEvent(recorded)).toMatch(/^[A-Z].*[^.]$/);
    }
  });
});
