import { describe, expect, it } from '@jest/globals';
import {
  alertRaised,
  areaChanged,
  chcDeclined,
  deathRecorded,
  decidedEligible,
  directPaymentStopped,
  eligibilityOverturned,
  HISTORY_TO,
  interimPayerAgreed,
  liabilityWithHeldDays,
} from '../../../../test/support/example-transfer-case.js';
import { recordedHistory } from '../../../../test/support/recorded.js';
import { plainDate, type PlainDate } from '../../../kernel/plain-date.js';
import type { CaseRecord } from '../case-record.js';
import { foldTransferCase } from '../transfer-case.js';
import type { TransferCaseEvent } from '../transfer-case.events.js';
import { endOfLiability } from './end-of-liability.js';
import { fundingTimeline, type BodiesInTime, type FundingPiece } from './funding-timeline.js';

const caseOf = (...events: readonly TransferCaseEvent[]) =>
  foldTransferCase(recordedHistory(events)) as CaseRecord;

/** One body becomes another on a day. */
const becomes = (was: string, is: string, on: PlainDate): BodiesInTime => ({
  bodyOn: (code, day) => ({ code: code === was && day >= on ? is : code }),
  successionsBetween: (code, from, until) => (code === was && from < on && on < until ? [on] : []),
});
const unchanging: BodiesInTime = { bodyOn: (code) => ({ code }), successionsBetween: () => [] };

const lane = ({ from, until, kind, liableBody, payingBody }: FundingPiece) =>
  [from, until ?? 'on', kind, liableBody ?? '-', payingBody ?? '-'].join(' ');
const pieces = (record: CaseRecord, bodies = unchanging) =>
  fundingTimeline(record, bodies, endOfLiability(record, 28));
const lanes = (record: CaseRecord, bodies = unchanging) => pieces(record, bodies).map(lane);

const stopped = (lastDayCovered: string): TransferCaseEvent => ({
  ...directPaymentStopped,
  data: { lastDayCovered: plainDate(lastDayCovered) },
});
const movedOn = (from: string): TransferCaseEvent => ({
  ...areaChanged,
  data: { ...areaChanged.data, from: plainDate(from) },
});
const overturnedUpTo = (lastDayLiable: string): TransferCaseEvent => ({
  ...eligibilityOverturned,
  data: { ...eligibilityOverturned.data, lastDayLiable: plainDate(lastDayLiable) },
});

describe('A day that nobody paid for', () => {
  it('is the council’s before the day of liability and the NHS body’s from it on', () => {
    const record = caseOf(...HISTORY_TO.bridging, stopped('2024-03-31'));
    expect(lanes(record)).toEqual([
      '2024-01-15 2024-02-28 council E10000015 E10000015',
      '2024-02-28 2024-04-01 held - E10000015',
      '2024-04-01 2024-04-10 gap E10000015 -',
      '2024-04-10 on gap QM7 -',
    ]);
    expect(pieces(record).map(({ basis }) => [basis.rule, basis.inputs])).toEqual([
      ['FUNDING-COUNCIL', {}],
      ['FUNDING-HELD', {}],
      ['FUNDING-GAP', { lastDayCovered: '2024-03-31' }],
      ['FUNDING-GAP', { lastDayCovered: '2024-03-31' }],
    ]);
  });

  it('is the council’s in a case that has no day of liability', () => {
    expect(lanes(caseOf(...HISTORY_TO['not-eligible'], stopped('2024-05-05')))).toEqual([
      '2024-01-15 2024-05-06 council E10000015 E10000015',
      '2024-05-06 on gap E10000015 -',
    ]);
  });

  it('is the NHS body’s until the person declines, and the council’s from that very day', () => {
    expect(lanes(caseOf(...HISTORY_TO.bridging, stopped('2024-05-05'), chcDeclined)).slice(-2)).toEqual([
      '2024-05-06 2024-05-13 gap QM7 -',
      '2024-05-13 on gap E10000015 -',
    ]);
  });

  it('begins after the last day that the council covers, also where another body follows on that day', () => {
    const record = caseOf(...HISTORY_TO.bridging, stopped('2024-05-13'), movedOn('2024-05-13'));
    expect(lanes(record).slice(-3)).toEqual([
      '2024-04-10 2024-05-13 bridging QM7 E10000015',
      '2024-05-13 2024-05-14 bridging QNC E10000015',
      '2024-05-14 on gap QNC -',
    ]);
  });

  it('is the council’s once eligibility has ended', () => {
    const record = caseOf(...HISTORY_TO.bridging, stopped('2024-05-19'), overturnedUpTo('2024-05-19'));
    expect(lanes(record).slice(-2)).toEqual([
      '2024-04-10 2024-05-20 bridging QM7 E10000015',
      '2024-05-20 on gap E10000015 -',
    ]);
  });
});

describe('The last day of liability', () => {
  it('is bridged still, where another NHS body follows on that day', () => {
    const record = caseOf(...HISTORY_TO.bridging, movedOn('2024-05-19'), eligibilityOverturned);
    expect(lanes(record).slice(-3)).toEqual([
      '2024-04-10 2024-05-19 bridging QM7 E10000015',
      '2024-05-19 2024-05-20 bridging QNC E10000015',
      '2024-05-20 on council E10000015 E10000015',
    ]);
    expect(pieces(record).map(({ basis }) => basis.from.map(({ rule }) => rule))).toEqual([
      ['LIABILITY-R1'],
      ['LIABILITY-R1'],
      ['LIABILITY-R1'],
      ['LIABILITY-R1'],
      ['LIABILITY-END-OVERTURNED'],
    ]);
  });

  it('is of the budget still, where that covers the person from that day', () => {
    const record = caseOf(...HISTORY_TO.complete, overturnedUpTo('2024-06-03'));
    expect(lanes(record).slice(-2)).toEqual([
      '2024-06-03 2024-06-04 nhs QM7 QM7',
      '2024-06-04 on transfer-back E10000015 QM7',
    ]);
  });
});

describe('The whole of a timeline', () => {
  it('rests on no rule of liability before there is a day of it', () => {
    expect(pieces(caseOf(alertRaised)).map(({ basis }) => [basis.inputs, basis.from])).toEqual([[{}, []]]);
  });

  it('is explained by the refusal only from its day on', () => {
    const record = caseOf(...HISTORY_TO.bridging, chcDeclined);
    expect(pieces(record).map(({ kind, basis }) => [kind, basis.inputs])).toEqual([
      ['council', {}],
      ['held', {}],
      ['bridging', {}],
      ['council', { declinedFrom: '2024-05-13' }],
    ]);
  });

  it('ends with the merger of the case', () => {
    expect(lanes(caseOf(...HISTORY_TO.merged)).at(-1)).toBe('2024-04-10 2024-05-20 bridging QM7 E10000015');
  });

  it('is empty where the person had died before the alert', () => {
    const early = { ...deathRecorded, data: { diedOn: plainDate('2024-01-10') } };
    expect(lanes(caseOf(alertRaised, early))).toEqual([]);
  });

  it('is one piece where only the calendar divides days, and two where another council pays', () => {
    const settled = { ...areaChanged.data, nhsBody: 'QM7', reason: 'dispute-settled' } as const;
    expect(lanes(caseOf(...HISTORY_TO.bridging, { ...areaChanged, data: settled })).at(-1)).toBe(
      '2024-04-10 on bridging QM7 E10000015',
    );
    const council = becomes('E10000015', 'E06000065', plainDate('2024-05-01'));
    expect(lanes(caseOf(...HISTORY_TO.bridging), council).slice(-2)).toEqual([
      '2024-04-10 2024-05-01 bridging QM7 E10000015',
      '2024-05-01 on bridging QM7 E06000065',
    ]);
  });

  it('says of each day that waits for a fact which it is, why, and who supplies it', () => {
    const [held] = pieces(caseOf(...HISTORY_TO.assessing, decidedEligible, liabilityWithHeldDays)).slice(1);
    expect(held?.missing.map(({ fact, suppliedBy }) => [fact, suppliedBy])).toEqual([
      ['delay-justified', "the ICB's CHC team"],
    ]);
    const disputed = pieces(caseOf(...HISTORY_TO.bridging, interimPayerAgreed)).at(-1);
    expect(disputed?.missing).toEqual([
      {
        fact: 'responsible-nhs-body',
        reason:
          'NHS bodies dispute which of them is responsible from 13 May 2024; QNC pays until it is settled (LETTER-9)',
        suppliedBy: 'the NHS bodies in dispute',
      },
    ]);
    const nobody: BodiesInTime = { ...unchanging, bodyOn: () => undefined };
    const lost = pieces(caseOf(alertRaised), nobody);
    expect(lost.map(lane)).toEqual(['2024-01-15 on council - -']);
    expect(lost[0]).not.toHaveProperty('payingBody');
    expect(lost[0]?.missing).toEqual([
      {
        fact: 'successor',
        reason: 'More than one body may stand for E10000015 on 2024-01-15, or none is loaded',
        suppliedBy: 'the two bodies of the case',
      },
    ]);
  });

  it('keeps days in dispute apart where a body changes, and names what each waits for', () => {
    const icb = becomes('QM7', 'QNEW', plainDate('2024-05-20'));
    const record = caseOf(...HISTORY_TO['phb-started'], interimPayerAgreed);
    expect(lanes(record, icb).slice(-3)).toEqual([
      '2024-05-13 2024-05-20 bridging - E10000015',
      '2024-05-20 2024-06-03 bridging - E10000015',
      '2024-06-03 on nhs - -',
    ]);
    expect(pieces(record, icb).at(-1)?.missing).toHaveLength(1);
  });
});
