import type { EntityTarget, ObjectLiteral } from 'typeorm';
import type { PlainDate } from '../../src/kernel/plain-date.js';
import { rowsOf } from '../../src/platform/projections/subject-rows.js';
import type { SubjectProjection } from '../../src/platform/projections/projection.js';
import { liabilitiesAnswer } from '../../src/recharge/api/liability-answers.js';
import { rechargeAnswer } from '../../src/recharge/api/recharge-answers.js';
import { BridgingRechargeLineRow } from '../../src/recharge/projections/bridging-recharge/bridging-recharge-line.entity.js';
import { BridgingRechargeRow } from '../../src/recharge/projections/bridging-recharge/bridging-recharge.entity.js';
import { bridgingRechargeProjection } from '../../src/recharge/projections/bridging-recharge/project.js';
import { rechargesProjection } from '../../src/recharge/projections/recharges/project.js';
import { RechargeLineRow } from '../../src/recharge/projections/recharges/recharge-line.entity.js';
import { RechargeRow } from '../../src/recharge/projections/recharges/recharge.entity.js';
import { caseAnswer } from '../../src/transfer-case/api/answers/case.answer.js';
import { deadlineAnswer } from '../../src/transfer-case/api/answers/deadline.answer.js';
import { fundingPeriodAnswer } from '../../src/transfer-case/api/answers/funding-period.answer.js';
import { waitingOn } from '../../src/transfer-case/domain/waiting-on.js';
import { TransferCases } from '../../src/transfer-case/index.js';
import { CaseSummaryRow } from '../../src/transfer-case/projections/case-summary/case-summary.entity.js';
import { caseSummaryProjection } from '../../src/transfer-case/projections/case-summary/project.js';
import { FundingPeriodRow } from '../../src/transfer-case/projections/funding-timeline/funding-period.entity.js';
import { fundingTimelineProjection } from '../../src/transfer-case/projections/funding-timeline/project.js';
import { employmentAnswer } from '../../src/workforce/api/employment-answers.js';
import { exposureLineAnswer } from '../../src/workforce/api/exposure-answers.js';
import { leaveAnswer } from '../../src/workforce/api/leave-answers.js';
import { payableOn } from '../../src/workforce/api/payable-on.js';
import { redundancyAnswer } from '../../src/workforce/api/redundancy-answers.js';
import { AccruedLeaveRow } from '../../src/workforce/projections/accrued-leave/accrued-leave.entity.js';
import { accruedLeaveProjection } from '../../src/workforce/projections/accrued-leave/project.js';
import { EmploymentRow } from '../../src/workforce/projections/employments/employment.entity.js';
import { employmentsProjection } from '../../src/workforce/projections/employments/project.js';
import { exposureIn } from '../../src/workforce/projections/exposure/exposure.query.js';
import { exposureProjection } from '../../src/workforce/projections/exposure/project.js';
import { redundancyCostSplitProjection } from '../../src/workforce/projections/redundancy-cost-split/project.js';
import { RedundancyCostRow } from '../../src/workforce/projections/redundancy-cost-split/redundancy-cost.entity.js';
import { RedundancyShareRow } from '../../src/workforce/projections/redundancy-cost-split/redundancy-share.entity.js';
import type { Office } from '../support/office.js';
import { COUNCIL } from './moves.js';

/**
 * What the reads of a case answer without a clock: from the case's own stream, and from the rows that the worker keeps, which
 * it makes of the events that each read model asks for and nothing else.
 *
 * @param today the day on which the reads are made
 */
export async function liveViews(office: Office, caseRef: string, today: PlainDate): Promise<object> {
  const { state } = await office.product.get(TransferCases).get(caseRef, {
    id: 'reader',
    organisation: COUNCIL,
    role: 'auditor',
  });
  const kept = async <Row extends ObjectLiteral>(
    projection: SubjectProjection,
    table: EntityTarget<Row>,
  ): Promise<readonly Row[]> => {
    const rows = rowsOf(projection, await office.historyOf(caseRef, projection.reads));
    const own = rows.flatMap((each) => (each.table === table ? each.rows : []));
    // A row comes back from its table as JSON holds it.
    return JSON.parse(JSON.stringify(own)) as readonly Row[];
  };
  const [listed] = await kept(caseSummaryProjection, CaseSummaryRow);
  const [head] = await kept(bridgingRechargeProjection, BridgingRechargeRow);
  const chargeLines = await kept(bridgingRechargeProjection, BridgingRechargeLineRow);
  const recharges = await kept(rechargesProjection, RechargeRow);
  const rechargeLines = await kept(rechargesProjection, RechargeLineRow);
  const shares = await kept(redundancyCostSplitProjection, RedundancyShareRow);
  if (listed === undefined || head === undefined) throw new Error(`${caseRef} is on no list`);
  return {
    case: caseAnswer(state, waitingOn(state, listed.waitingOn === 'none'), new Map()),
    deadlines: listed.deadlines.map((deadline) => deadlineAnswer(deadline, today)),
    fundingTimeline: {
      caseRef,
      periods: (await kept(fundingTimelineProjection, FundingPeriodRow)).map(fundingPeriodAnswer),
    },
    liabilities: liabilitiesAnswer({ head, lines: chargeLines }, today),
    recharges: inOrder(recharges, 'rechargeRef').map((recharge) =>
      rechargeAnswer({
        recharge,
        lines: rechargeLines.filter(({ rechargeRef }) => rechargeRef === recharge.rechargeRef),
      }),
    ),
    employments: inOrder(await kept(employmentsProjection, EmploymentRow), 'employmentId').map(
      employmentAnswer,
    ),
    redundancies: inOrder(await kept(redundancyCostSplitProjection, RedundancyCostRow), 'employmentId').map(
      (cost) =>
        redundancyAnswer(
          { cost, shares: shares.filter(({ employmentId }) => employmentId === cost.employmentId) },
          (funder) => payableOn(funder, today),
        ),
    ),
    leave: inOrder(await kept(accruedLeaveProjection, AccruedLeaveRow), 'employmentId').map(leaveAnswer),
    exposure: exposureIn(await office.historyOf(caseRef, exposureProjection.reads), today).map(
      exposureLineAnswer,
    ),
  };
}

function inOrder<Row>(rows: readonly Row[], by: keyof Row): readonly Row[] {
  return [...rows].sort((left, right) => (left[by] < right[by] ? -1 : 1));
}
