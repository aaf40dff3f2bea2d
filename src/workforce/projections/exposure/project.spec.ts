import { describe, expect, it } from '@jest/globals';
import { projectionScenario } from '../../../../test/support/projection-scenario.js';
import { recordedAcrossStreams } from '../../../../test/support/recorded.js';
import type { DomainEvent } from '../../../kernel/event.js';
import { plainDate } from '../../../kernel/plain-date.js';
import { ALERT_RAISED, LIABLE_FROM_14_OCTOBER } from '../../domain/case-history.fixtures.js';
import { ASSESSED, COUNCIL, NHS_BODY, STARTED } from '../../domain/workforce.fixtures.js';
import { ExposedEmploymentRow } from './exposed-employment.entity.js';
import { exposureProjection } from './project.js';

const SUBJECT = 'TC-0000000001';
const CASE = `transfer-case-${SUBJECT}`;
const JOB = 'employment-EM-0000000001';
const ENDED: DomainEvent = {
  type: 'workforce.employment-ended',
  occurredOn: plainDate('2024-04-30'),
  data: { lastDay: plainDate('2024-04-30'), reason: 'redundancy' },
};

const noCase = projectionScenario(exposureProjection, { subject: SUBJECT });
const liable = noCase.given(CASE, ALERT_RAISED, LIABLE_FROM_14_OCTOBER);

describe('the read model of exposure', () => {
  it('has no row before the case is known or a PA works', () => {
    noCase.thenRows(ExposedEmploymentRow, []);
    liable.thenRows(ExposedEmploymentRow, []);
  });

  it('keeps the facts that a figure for any day follows from, for the bodies of the case', () => {
    liable.given(JOB, STARTED, ASSESSED, ENDED).thenRows(ExposedEmploymentRow, [
      {
        employmentId: 'EM-0000000001',
        subject: SUBJECT,
        assistantRef: 'PA-1',
        council: COUNCIL,
        nhsBodies: [NHS_BODY],
        startedOn: '2016-04-01',
        lastDay: '2024-04-30',
        job: expect.objectContaining({
          lastDay: '2024-04-30',
          assessment: expect.objectContaining({ yearsByAge: { below22: 0, from22: 0, from41: 8 } }),
          doubts: [],
        }),
        setting: expect.objectContaining({
          liability: expect.objectContaining({ status: 'known', startsOn: '2024-10-14' }),
        }),
      } as unknown as ExposedEmploymentRow,
    ]);
  });

  it('counts no PA on a case that was merged into another (odd input 44)', () => {
    const merged: DomainEvent = {
      type: 'transfer-case.case-merged',
      occurredOn: plainDate('2024-11-01'),
      data: { into: 'TC-0000000002', reasonCode: 'duplicate', documentReference: 'NOTE-1' },
    };
    liable.given(JOB, STARTED).given(CASE, merged).thenRows(ExposedEmploymentRow, []);
  });

  it('keeps what can be stored as JSON and read back unchanged', () => {
    const inStream = (stream: string, ...events: readonly DomainEvent[]) =>
      events.map((event) => ({ stream, event }));
    const all = [
      ...inStream(CASE, ALERT_RAISED, LIABLE_FROM_14_OCTOBER),
      ...inStream(JOB, STARTED, ASSESSED),
    ];
    const history = { subject: SUBJECT, events: recordedAcrossStreams(all, { subject: SUBJECT }) };
    const rows = exposureProjection.project(history)[0]?.rows;
    expect(JSON.parse(JSON.stringify(rows))).toEqual(rows);
  });
});
