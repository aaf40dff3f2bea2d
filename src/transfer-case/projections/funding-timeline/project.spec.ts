import { describe, expect, it } from '@jest/globals';
import { alertRaised, CASE_REF, decidedEligible } from '../../../../test/support/example-transfer-case.js';
import { projectionScenario } from '../../../../test/support/projection-scenario.js';
import { plainDate } from '../../../kernel/plain-date.js';
import { FundingPeriodRow } from './funding-period.entity.js';
import { fundingTimelineProjection } from './project.js';

const scenario = projectionScenario(fundingTimelineProjection, { subject: CASE_REF });
const row = {
  caseRef: CASE_REF,
  subject: CASE_REF,
  kind: 'bridging',
  payingBody: 'E10000015',
  missing: [],
  revision: 3,
} as const;

describe('The funding timeline as rows', () => {
  it('is cut where Herts Valleys CCG became an ICB, and where that ICB was split nobody is guessed', () => {
    const raised = {
      ...alertRaised,
      occurredOn: plainDate('2022-05-04'),
      data: { ...alertRaised.data, nhsBody: '06N' },
    };
    const tool = {
      type: 'transfer-case.fast-track-received' as const,
      occurredOn: plainDate('2022-05-10'),
      data: { receivedOn: plainDate('2022-05-10') },
    };
    const decidedOn = plainDate('2022-05-11');
    const decided = {
      ...decidedEligible,
      occurredOn: decidedOn,
      data: { outcome: 'eligible' as const, decidedOn, notifiedOn: decidedOn },
    };
    const basis = (rule: string) => expect.objectContaining({ rule }) as never;
    scenario.given(`transfer-case-${CASE_REF}`, raised, tool, decided).thenRows(FundingPeriodRow, [
      {
        ...row,
        ordinal: 1,
        kind: 'council',
        fromDay: plainDate('2022-05-04'),
        untilDay: plainDate('2022-05-10'),
        liableBody: 'E10000015',
        basis: basis('FUNDING-COUNCIL'),
      },
      {
        ...row,
        ordinal: 2,
        fromDay: plainDate('2022-05-10'),
        untilDay: plainDate('2022-07-01'),
        liableBody: '06N',
        basis: basis('FUNDING-BRIDGING'),
      },
      {
        ...row,
        ordinal: 3,
        fromDay: plainDate('2022-07-01'),
        untilDay: plainDate('2026-04-01'),
        liableBody: 'QM7',
        basis: basis('FUNDING-BRIDGING'),
      },
      {
        ...row,
        ordinal: 4,
        fromDay: plainDate('2026-04-01'),
        untilDay: null,
        liableBody: null,
        missing: [expect.objectContaining({ fact: 'successor' })] as never,
        basis: basis('FUNDING-BRIDGING'),
      },
    ]);
  });

  it('has no rows without an alert', () => {
    expect(fundingTimelineProjection.project({ subject: CASE_REF, events: [] })).toEqual([]);
  });
});
