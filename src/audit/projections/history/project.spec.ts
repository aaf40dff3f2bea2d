import { describe, expect, it } from '@jest/globals';
import { numberedUuid, recordedHistory } from '../../../../test/support/recorded.js';
import { pence } from '../../../kernel/pence.js';
import { plainDate } from '../../../kernel/plain-date.js';
import type { TransferCaseFact } from '../../../transfer-case/index.js';
import { historyProjection } from './project.js';
import { HistoryRow } from './history.entity.js';

const CASE = 'TC-0000000001';
const acknowledged: TransferCaseFact<'transfer-case.alert-acknowledged'> = {
  type: 'transfer-case.alert-acknowledged',
  occurredOn: plainDate('2024-05-01'),
  data: { counterpart: 'bilal' },
};
const stopped: TransferCaseFact<'transfer-case.direct-payment-stopped'> = {
  type: 'transfer-case.direct-payment-stopped',
  occurredOn: plainDate('2024-06-25'),
  data: { lastDayCovered: plainDate('2024-06-25') },
};
const project = (from: string) => {
  const recordedBy = { id: 'bilal', organisation: 'QM7', role: 'phb-worker' };
  const options = { stream: `transfer-case-${CASE}`, subject: CASE, recordedBy, from };
  const [table] = historyProjection.project({
    subject: CASE,
    events: recordedHistory<typeof acknowledged | typeof stopped>([acknowledged, stopped], options),
  });
  return table;
};

describe('the history of a case', () => {
  it('has a row for each event, with a sentence and both of its times', () => {
    expect(project('2024-05-02T09:30:00.000Z')).toEqual({
      table: HistoryRow,
      rows: [
        {
          subject: CASE,
          ordinal: 1,
          eventId: numberedUuid(1),
          position: '1',
          streamKind: 'transfer-case',
          recordRef: CASE,
          revision: 1,
          type: 'transfer-case.alert-acknowledged',
          sentence: 'The NHS body acknowledged the alert on 1 May 2024 and named its contact',
          data: { counterpart: 'bilal' },
          correction: null,
          occurredOn: '2024-05-01',
          recordedAt: '2024-05-02T09:30:00.000000Z',
          recordedOn: '2024-05-02',
          actorId: 'bilal',
          organisation: 'QM7',
          role: 'phb-worker',
          grantRef: null,
          limitPence: null,
        },
        expect.objectContaining({ ordinal: 2, revision: 2, recordedAt: '2024-05-02T09:30:01.000000Z' }),
      ],
      seenBy: [],
    });
  });

  it('says on what right of that day each event was recorded', () => {
    const recordedBy = {
      id: 'bilal',
      organisation: 'QM7',
      role: 'nhs-approver',
      staff: 'SM-7F3K92QD1M',
      grant: 'SM-7F3K92QD1M-2',
      limitPence: pence(500_000),
    };
    const events = recordedHistory([acknowledged], { subject: CASE, recordedBy });
    const [table] = historyProjection.project({ subject: CASE, events });
    expect(table?.rows).toMatchObject([{ grantRef: 'SM-7F3K92QD1M-2', limitPence: 500_000 }]);
  });

  it('says of a correction which day’s record it puts right, why, and what shows it; and of what follows from it as well', () => {
    const correction = { reasonCode: 'typing-error', documentReference: 'HCC-DOC-7781' };
    const corrected = { ...stopped, data: { ...stopped.data, corrects: numberedUuid(1) } };
    const options = { subject: CASE, from: '2024-06-30T22:59:59.500Z' };
    const [wrong, right, ...later] = recordedHistory<typeof acknowledged | typeof stopped>(
      [stopped, corrected, acknowledged, corrected],
      { stream: `transfer-case-${CASE}`, ...options },
    );
    const [followed, unexplained] = later;
    const events = [wrong!, { ...right!, correction }, { ...followed!, correction }, unexplained!];
    const [table] = historyProjection.project({ subject: CASE, events });
    const sentence = 'Corrected: the council’s direct payment covers its last day on 25 June 2024';
    expect(table?.rows).toMatchObject([
      { correction: null },
      {
        correction,
        sentence: `${sentence}, putting right what was recorded on 30 June 2024; reason typing-error, document HCC-DOC-7781`,
      },
      {
        correction,
        sentence:
          'The NHS body acknowledged the alert on 1 May 2024 and named its contact, following a correction; reason typing-error, document HCC-DOC-7781',
      },
      // From before reasons were asked for.
      { correction: null, sentence },
    ]);
  });

  it('counts the day of recording in London, where summer midnight comes an hour before that of Greenwich', () =>
    expect(project('2024-05-01T22:59:59.000Z')?.rows).toMatchObject([
      { recordedOn: '2024-05-01' },
      { recordedOn: '2024-05-02' },
    ]));
});
