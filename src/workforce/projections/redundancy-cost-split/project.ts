import type { Figure } from '../../../kernel/figure.js';
import type {
  SubjectHistory,
  SubjectProjection,
  TableRows,
} from '../../../platform/projections/projection.js';
import type { EmploymentRecord } from '../../domain/employment.js';
import { exactText } from '../../domain/rules/exact-text.js';
import { insuranceIsOpen, redundancyCost, type RedundancyCost } from '../../domain/rules/redundancy-cost.js';
import { employmentsOfCase, READS } from '../employments-of-case.js';
import { RedundancyCostRow } from './redundancy-cost.entity.js';
import { RedundancyShareRow } from './redundancy-share.entity.js';

function project(history: SubjectHistory): readonly TableRows[] {
  const { setting, employments } = employmentsOfCase(history) ?? { employments: [] };
  const costs =
    setting === undefined
      ? []
      : employments.map(({ employment }) => ({ employment, cost: redundancyCost(employment, setting) }));
  const { subject } = history;
  return [
    {
      table: RedundancyCostRow,
      rows: costs.map(({ employment, cost }) => costRow(subject, employment, cost)),
    },
    {
      table: RedundancyShareRow,
      rows: costs.flatMap(({ employment, cost }) => shareRows(subject, employment, cost)),
    },
  ];
}

function costRow(
  subject: string,
  { employmentId, assistantRef, assessment, insuranceClaim, shared }: EmploymentRecord,
  cost: Figure<RedundancyCost>,
): Readonly<RedundancyCostRow> {
  const known = cost.status === 'known';
  return {
    employmentId,
    subject,
    assistantRef,
    status: cost.status,
    missing: known ? [] : cost.missing,
    lastDay: assessment?.lastDay ?? null,
    noRightReasons: assessment?.reasons ?? [],
    // What was assessed is a fact, also while its split waits for others.
    statutoryPence: assessment?.statutoryPence ?? null,
    statutoryBasis: assessment?.basis ?? null,
    payrollFigurePence: assessment?.payrollFigurePence ?? null,
    insurancePence: known ? cost.value.insurancePence : null,
    reservesPence: known ? cost.value.reservesPence : null,
    residualPence: known ? cost.value.residualPence : null,
    insuranceClaim: insuranceClaim?.claim ?? null,
    interim: insuranceIsOpen(insuranceClaim),
    recorded: shared,
    basis: known ? cost.basis : null,
  };
}

function shareRows(
  subject: string,
  { employmentId }: EmploymentRecord,
  cost: Figure<RedundancyCost>,
): readonly Readonly<RedundancyShareRow>[] {
  if (cost.status === 'pending') return [];
  return cost.value.shares.map(({ funder, weight, sharePence }, index) => ({
    employmentId,
    place: index + 1,
    subject,
    funder,
    weight: exactText(weight),
    sharePence,
  }));
}

/** What the redundancy of each PA costs and who bears which part of it. */
export const redundancyCostSplitProjection: SubjectProjection = {
  name: 'redundancy-cost-split',
  tables: [RedundancyCostRow, RedundancyShareRow],
  reads: READS,
  project,
};
