import type { Basis } from '../../../kernel/basis.js';
import type { Answer, Referred } from '../../../kernel/figure.js';
import type {
  SubjectHistory,
  SubjectProjection,
  TableRows,
} from '../../../platform/projections/projection.js';
import type { EmploymentRecord } from '../../domain/employment.js';
import { exactText } from '../../domain/rules/exact-text.js';
import { adjustmentOf, type Adjustment } from '../../domain/rules/redundancy-adjustment.js';
import { insuranceIsOpen, redundancyCost, type RedundancyCost } from '../../domain/rules/redundancy-cost.js';
import { employmentsOfCase, READS } from '../employments-of-case.js';
import type { RedundancyAssessed } from '../../domain/workforce.events.js';
import {
  RedundancyCostRow,
  type AssessedBeside,
  type ReferredSplit,
  type SplitDetails,
} from './redundancy-cost.entity.js';
import { RedundancyShareRow } from './redundancy-share.entity.js';

function project(history: SubjectHistory): readonly TableRows[] {
  const {
    setting,
    employments,
    bodies: seenBy,
  } = employmentsOfCase(history) ?? { employments: [], bodies: [] };
  const costs =
    setting === undefined
      ? []
      : employments.map(({ employment }) => ({ employment, cost: redundancyCost(employment, setting) }));
  const { subject } = history;
  return [
    {
      table: RedundancyCostRow,
      rows: costs.map(({ employment, cost }) => costRow(subject, employment, cost)),
      seenBy,
    },
    {
      table: RedundancyShareRow,
      rows: costs.flatMap(({ employment, cost }) => shareRows(subject, employment, cost)),
      seenBy,
    },
  ];
}

function costRow(
  subject: string,
  employment: EmploymentRecord,
  cost: Answer<RedundancyCost>,
): Readonly<RedundancyCostRow> {
  const { employmentId, assistantRef, assessment, insuranceClaim, shared, referral } = employment;
  const known = cost.status === 'known' ? cost : undefined;
  return {
    employmentId,
    subject,
    assistantRef,
    status: cost.status,
    missing: cost.status === 'pending' ? cost.missing : [],
    lastDay: (assessment ?? referral)?.lastDay ?? null,
    noRightReasons: assessment?.reasons ?? [],
    // What was assessed is a fact, also while its split waits for others.
    statutoryPence: assessment?.statutoryPence ?? null,
    statutoryBasis: assessment?.basis ?? null,
    payrollFigurePence: assessment?.payrollFigurePence ?? null,
    insurancePence: known?.value.insurancePence ?? null,
    reservesPence: known?.value.reservesPence ?? null,
    residualPence: known?.value.residualPence ?? null,
    insuranceClaim: insuranceClaim?.claim ?? null,
    interim: insuranceIsOpen(insuranceClaim),
    recorded: shared,
    basis: known?.basis ?? null,
    assessed: assessment === undefined ? null : assessedBeside(assessment),
    details: known === undefined ? null : splitDetails(known.value),
    referred: cost.status === 'refer' ? referredSplit(cost) : null,
    adjustment: known === undefined ? null : (adjustmentSince(employment, known) ?? null),
  };
}

function assessedBeside(assessment: RedundancyAssessed): AssessedBeside {
  const { ending, serviceFrom, serviceTo, govukPence, noticePay, exGratiaNoticePence, ruling } = assessment;
  return {
    ...(ending && { ending }),
    ...(serviceFrom && { serviceFrom }),
    ...(serviceTo && { serviceTo }),
    ...(govukPence !== undefined && { govukPence }),
    ...(noticePay && { noticePay }),
    ...(exGratiaNoticePence !== undefined && { exGratiaNoticePence }),
    ...(ruling && { ruling }),
  };
}

function splitDetails(value: RedundancyCost): SplitDetails {
  const { aboveStatutoryPence, insuranceUsedPence, reservesUsedPence, estatePence } = value;
  const { toSharePence, settlement, noticeAndLeave } = value;
  return {
    aboveStatutoryPence,
    insuranceUsedPence,
    reservesUsedPence,
    estatePence,
    toSharePence,
    settlement,
    noticeAndLeave,
  };
}

function referredSplit({ referrals, candidates }: Referred<RedundancyCost>): ReferredSplit {
  return {
    referrals,
    candidates: candidates.map(({ reading, value, basis }) => ({
      reading,
      statutoryPence: value.statutoryPence,
      residualPence: value.residualPence,
      shares: value.shares.map((share) => ({ ...share, weight: exactText(share.weight) })),
      basis,
    })),
  };
}

function adjustmentSince(
  { shared }: EmploymentRecord,
  { value, basis }: { readonly value: RedundancyCost; readonly basis: Basis },
): Adjustment | undefined {
  const standing = shared.at(-1);
  return standing && adjustmentOf(standing, { shares: value.shares, basis });
}

function shareRows(
  subject: string,
  { employmentId }: EmploymentRecord,
  cost: Answer<RedundancyCost>,
): readonly Readonly<RedundancyShareRow>[] {
  if (cost.status !== 'known') return [];
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
