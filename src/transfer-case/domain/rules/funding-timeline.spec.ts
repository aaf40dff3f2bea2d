import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  alertRaised,
  areaChanged,
  awardRateSet,
  chcDeclined,
  deathRecorded,
  directPaymentStopped,
  eligibilityOverturned,
  HISTORY_TO,
  interimPayerAgreed,
  liabilityWithHeldDays,
} from '../../../../test/support/example-transfer-case.js';
import { recordedHistory } from '../../../../test/support/recorded.js';
import { addDays, plainDate, type PlainDate } from '../../../kernel/plain-date.js';
import type { CaseRecord } from '../case-record.js';
import type { TransferCaseEvent } from '../transfer-case.events.js';
import { foldTransferCase } from '../transfer-case.js';
import { endOfLiability } from './end-of-liability.js';
import { fundingTimeline, type BodiesInTime, type FundingPiece } from './funding-timeline.js';

/** Nobody follows anybody. */
const unchanging: BodiesInTime = { bodyOn: (code) => ({ code }), successionsBetween: () => [] };
const newBodyOn = plainDate('2024-05-01');
/** QM7 becomes QNEW on 1 May 2024. */
const merging: BodiesInTime = {
  bodyOn: (code, day) => ({ code: code === 'QM7' && day >= newBodyOn ? 'QNEW' : code }),
  successionsBetween: (code, from, until) =>
    code === 'QM7' && from < newBodyOn && newBodyOn < until ? [newBodyOn] : [],
};

function caseOf(...events: readonly TransferCaseEvent[]): CaseRecord {
  const state = foldTransferCase(recordedHistory(events));
  if (state.stage === 'none') throw new Error('There is no case');
  return state;
}

const lane = ({ from, until, kind, liableBody, payingBody }: FundingPiece) =>
  [from, until ?? 'on', kind, liableBody ?? '-', payingBody ?? '-'].join(' ');
const lanes = (record: CaseRecord, bodies = unchanging) => fundingTimeline(record, bodies).map(lane);

describe('The funding timeline', () => {
  it('is the council’s until there is a day of liability', () => {
    expect(lanes(caseOf(...HISTORY_TO.assessing))).toEqual(['2024-01-15 on council E10000015 E10000015']);
  });

  it('shows held days, bridging and the budget, without a hole', () => {
    expect(lanes(caseOf(...HISTORY_TO['phb-started'], awardRateSet))).toEqual([
      '2023-04-03 2024-02-28 council E10000015 E10000015',
      '2024-02-28 2024-04-10 held - E10000015',
      '2024-04-10 2024-06-03 bridging QM7 E10000015',
      '2024-06-03 on nhs QM7 QM7',
    ]);
  });

  it('is the council’s again after notice, while the NHS body pays on until the council’s cover starts', () => {
    const record = caseOf(...HISTORY_TO['back-with-council']);
    const pieces = fundingTimeline(record, unchanging, endOfLiability(record, 28));
    expect(pieces.map(lane).slice(-3)).toEqual([
      '2024-06-03 2025-03-03 nhs QM7 QM7',
      '2025-03-03 2025-03-31 transfer-back E10000015 QM7',
      '2025-03-31 on council E10000015 E10000015',
    ]);
    expect(pieces.at(-2)?.basis).toMatchObject({
      rule: 'FUNDING-TRANSFER-BACK',
      from: [{ inputs: { noticeDays: 28, lastDay: '2025-03-02' } }],
    });
  });

  it('is the council’s at once where it still paid as eligibility ended', () => {
    const record = caseOf(...HISTORY_TO.bridging, eligibilityOverturned);
    const pieces = fundingTimeline(record, unchanging, endOfLiability(record, 28));
    expect(pieces.map(lane).slice(-2)).toEqual([
      '2024-04-10 2024-05-20 bridging QM7 E10000015',
      '2024-05-20 on council E10000015 E10000015',
    ]);
  });

  it('is cut where a body is followed by another', () => {
    expect(lanes(caseOf(...HISTORY_TO['phb-started']), merging)).toEqual([
      '2024-01-15 2024-02-28 council E10000015 E10000015',
      '2024-02-28 2024-04-10 held - E10000015',
      '2024-04-10 2024-05-01 bridging QM7 E10000015',
      '2024-05-01 2024-06-03 bridging QNEW E10000015',
      '2024-06-03 on nhs QNEW QNEW',
    ]);
  });

  it('shows a gap when the council stopped before the budget covers the person', () => {
    const early = { ...directPaymentStopped, data: { lastDayCovered: plainDate('2024-05-26') } };
    expect(lanes(caseOf(...HISTORY_TO.bridging, early)).slice(-2)).toEqual([
      '2024-04-10 2024-05-27 bridging QM7 E10000015',
      '2024-05-27 on gap QM7 -',
    ]);
  });

  it('never shows a day of the budget as bridging, though the council paid for it too', () => {
    const late = { ...directPaymentStopped, data: { lastDayCovered: plainDate('2024-06-09') } };
    const started = HISTORY_TO['phb-started'].slice(0, -1);
    expect(lanes(caseOf(...started, late)).slice(-2)).toEqual([
      '2024-04-10 2024-06-03 bridging QM7 E10000015',
      '2024-06-03 on nhs QM7 QM7',
    ]);
  });

  it('ends on the day of a withdrawal, and is empty when that was the day of the alert', () => {
    expect(lanes(caseOf(...HISTORY_TO.withdrawn))).toEqual([
      '2024-01-15 2024-05-01 council E10000015 E10000015',
    ]);
    const atOnce: TransferCaseEvent = {
      type: 'transfer-case.transfer-withdrawn',
      occurredOn: plainDate('2024-01-15'),
      data: { reasonCode: 'raised-in-error' },
    };
    expect(lanes(caseOf(alertRaised, atOnce))).toEqual([]);
  });

  it('ends with the day of death, which is still bridged (odd input 23: death in bridging)', () => {
    expect(lanes(caseOf(...HISTORY_TO.bridging, deathRecorded)).slice(-1)).toEqual([
      '2024-04-10 2024-05-08 bridging QM7 E10000015',
    ]);
    expect(lanes(caseOf(...HISTORY_TO['phb-started'], deathRecorded)).slice(-1)).toEqual([
      '2024-04-10 2024-05-08 bridging QM7 E10000015',
    ]);
  });

  it('is the council’s again from the day on which the person declines (odd input 42)', () => {
    const pieces = fundingTimeline(caseOf(...HISTORY_TO.bridging, chcDeclined), unchanging);
    expect(pieces.slice(-2).map(lane)).toEqual([
      '2024-04-10 2024-05-13 bridging QM7 E10000015',
      '2024-05-13 on council E10000015 E10000015',
    ]);
    expect(pieces.at(-1)?.basis.inputs).toEqual({ declinedFrom: '2024-05-13' });
    const stopped = caseOf(...HISTORY_TO['phb-started'], chcDeclined);
    expect(lanes(stopped).at(-1)).toBe('2024-06-03 on gap E10000015 -');
  });

  it('is cut where another NHS body is responsible (odd input 25)', () => {
    expect(lanes(caseOf(...HISTORY_TO['phb-started'], areaChanged)).slice(-3)).toEqual([
      '2024-04-10 2024-05-13 bridging QM7 E10000015',
      '2024-05-13 2024-06-03 bridging QNC E10000015',
      '2024-06-03 on nhs QNC QNC',
    ]);
  });

  it('names no liable body while NHS bodies dispute it (odd input 26)', () => {
    const pieces = fundingTimeline(caseOf(...HISTORY_TO.bridging, interimPayerAgreed), unchanging);
    expect(pieces.slice(-2).map(lane)).toEqual([
      '2024-04-10 2024-05-13 bridging QM7 E10000015',
      '2024-05-13 on bridging - E10000015',
    ]);
    expect(pieces.at(-1)?.missing).toMatchObject([{ fact: 'responsible-nhs-body' }]);
  });

  it('names what is missing instead of guessing a body', () => {
    const split: BodiesInTime = {
      ...merging,
      bodyOn: (code, day) => (day >= newBodyOn ? undefined : { code }),
    };
    const [first, held, before, after] = fundingTimeline(caseOf(...HISTORY_TO.bridging), split);
    expect(first?.missing).toEqual([]);
    expect(held?.missing).toMatchObject([{ fact: 'delay-justified' }]);
    expect(before?.missing).toEqual([]);
    expect(after).toMatchObject({
      kind: 'bridging',
      missing: [
        { fact: 'successor', reason: expect.stringContaining('QM7 on 2024-05-01') },
        { fact: 'successor', reason: expect.stringContaining('E10000015 on 2024-05-01') },
      ],
    });
    expect(after).not.toHaveProperty('liableBody');
  });

  it('explains each piece by its rule and the day of liability that it rests on', () => {
    const pieces = fundingTimeline(caseOf(...HISTORY_TO['phb-started']), unchanging);
    expect(pieces.map(({ basis }) => [basis.rule, basis.inputs, basis.from.map(({ rule }) => rule)])).toEqual(
      [
        ['FUNDING-COUNCIL', {}, ['LIABILITY-R1']],
        ['FUNDING-HELD', {}, ['LIABILITY-R1']],
        ['FUNDING-BRIDGING', {}, ['LIABILITY-R1']],
        ['FUNDING-NHS', { phbCoverStartsOn: '2024-06-03' }, []],
      ],
    );
  });

  it('covers every day once and in order, whatever the dates are', () => {
    const start = plainDate('2024-01-15');
    const day = fc.integer({ min: -100, max: 500 }).map((offset) => addDays(start, offset));
    const maybe = fc.option(day, { nil: undefined });
    fc.assert(
      fc.property(day, maybe, maybe, maybe, (decidedOn, received, cover, lastDay) => {
        const pieces = fundingTimeline(withDates({ decidedOn, received, cover, lastDay }), merging);
        expect(pieces.at(-1)).not.toHaveProperty('until');
        pieces.slice(1).forEach((piece, index) => expect(piece.from).toBe(pieces[index]?.until));
        for (const { from, until, kind } of pieces) {
          if (until !== undefined) expect(from < until).toBe(true);
          if (kind === 'bridging' && cover !== undefined) expect(from < cover).toBe(true);
        }
      }),
    );
  });
});

function withDates(dates: {
  decidedOn: PlainDate;
  received: PlainDate | undefined;
  cover: PlainDate | undefined;
  lastDay: PlainDate | undefined;
}): CaseRecord {
  const { decidedOn, received, cover, lastDay } = dates;
  return {
    ...caseOf(alertRaised),
    decision: { outcome: 'eligible', decidedOn, notifiedOn: decidedOn },
    liability: liabilityWithHeldDays.data,
    ...(received && { checklist: { completedOn: received, receivedOn: received } }),
    ...(cover && { phbCoverStartsOn: cover }),
    ...(lastDay && { lastDayCovered: lastDay }),
  };
}
