import type { Decision } from '../../../kernel/event.js';
import { refuseUnlessReference } from '../../../kernel/field-checks.js';
import type { MissingFact, Referral } from '../../../kernel/figure.js';
import type { PlainDate } from '../../../kernel/plain-date.js';
import { Refusal } from '../../../kernel/refusal.js';
import { sameFacts } from '../../../kernel/same-facts.js';
import type { CaseSetting } from '../case-setting.js';
import type { Employment, EmploymentRecord } from '../employment.js';
import { known } from '../refusals.js';
import { exactText } from '../rules/exact-text.js';
import { adjustmentOf } from '../rules/redundancy-adjustment.js';
import { redundancyCost } from '../rules/redundancy-cost.js';
import type { RedundancyShared, WorkforceEvent } from '../workforce.events.js';

/** What the parties approve: the kind of split and their document. The shares themselves follow from the case. */
export interface SharingApproval {
  readonly kind: RedundancyShared['kind'];
  readonly reference: string;
  readonly sharedOn: PlainDate;
}

/** The job has not ended, so there is no redundancy to share. */
export class EmploymentNotEnded extends Refusal {
  override readonly name = 'EmploymentNotEnded';
  readonly code = 'employment-not-ended';
  readonly kind = 'conflict';

  constructor() {
    super('A redundancy is shared once the job has ended');
  }
}

/** The insurer may still pay, so the split can only be an interim one. */
export class InsuranceClaimPending extends Refusal {
  override readonly name = 'InsuranceClaimPending';
  readonly code = 'insurance-claim-pending';
  readonly kind = 'conflict';

  constructor() {
    super('No split is final while the insurance claim is pending; an interim split can be recorded');
  }
}

/** Nobody has said whether the employer's insurance was asked. */
export class InsuranceClaimNotRecorded extends Refusal {
  override readonly name = 'InsuranceClaimNotRecorded';
  readonly code = 'insurance-claim-not-recorded';
  readonly kind = 'conflict';

  constructor() {
    super(
      'Record whether the employer’s insurance was claimed on; until then only an interim split can be recorded',
    );
  }
}

/** The shares cannot be worked out yet. */
export class SplitPending extends Refusal {
  override readonly name = 'SplitPending';
  readonly code = 'split-pending';
  readonly kind = 'conflict';
  override readonly facts: { readonly missing: readonly MissingFact[] };

  constructor(missing: readonly MissingFact[]) {
    super(`The split cannot be worked out yet: ${missing.map(({ reason }) => reason).join('; ')}`);
    this.facts = { missing };
  }
}

/** An adviser has to choose between figures first. */
export class SplitReferred extends Refusal {
  override readonly name = 'SplitReferred';
  readonly code = 'split-referred';
  readonly kind = 'conflict';
  override readonly facts: { readonly referrals: readonly Referral[] };

  constructor(referrals: readonly Referral[]) {
    super(`The split waits for an adviser: ${referrals.map(({ reason }) => reason).join('; ')}`);
    this.facts = { referrals };
  }
}

/** The reference stands for another split, or this split was recorded under another reference. */
export class SharingContradicted extends Refusal {
  override readonly name = 'SharingContradicted';
  readonly code = 'sharing-contradicted';
  readonly kind = 'conflict';
  override readonly facts: { readonly reference: string };

  constructor({ kind, reference }: RedundancyShared) {
    super(
      `A different ${kind} split, or the same one, is recorded under ${reference}; a new split has a new reference`,
    );
    this.facts = { reference };
  }
}

/**
 * Records that the parties share a redundancy as the local agreement splits it today. When the insurer's answer or the
 * liability changes afterwards, a new split under a new reference says what each party still pays or gets back; the one
 * before it stays as it was recorded.
 *
 * @throws EmploymentNotEnded, SplitPending, SplitReferred, InsuranceClaimPending, InsuranceClaimNotRecorded, SharingContradicted
 */
export function shareRedundancy(
  approval: SharingApproval,
  setting: CaseSetting,
): Decision<Employment, WorkforceEvent> {
  return (state) => {
    const employment = known(state);
    refuseUnlessReference('/reference', approval.reference);
    if (employment.stage === 'working') throw new EmploymentNotEnded();
    if (approval.kind === 'final') refuseOpenInsurance(employment);
    const data = sharesNow(approval, employment, setting);
    const repeated = earlierSplit(employment, data);
    if (repeated === undefined) {
      return [{ type: 'workforce.redundancy-shared', occurredOn: approval.sharedOn, data }];
    }
    if (sameSplit(repeated, data) && repeated.reference === data.reference) return [];
    throw new SharingContradicted(repeated);
  };
}

/** The split of this reference, or the standing split of this kind when nothing has changed since. */
function earlierSplit({ shared }: EmploymentRecord, now: RedundancyShared): RedundancyShared | undefined {
  const standing = shared.findLast(({ kind }) => kind === now.kind);
  const unchanged = standing !== undefined && sameSplit(standing, now) ? standing : undefined;
  return shared.find(({ reference }) => reference === now.reference) ?? unchanged;
}

function refuseOpenInsurance({ insuranceClaim }: EmploymentRecord): void {
  if (insuranceClaim === undefined) throw new InsuranceClaimNotRecorded();
  if (insuranceClaim.claim === 'pending') throw new InsuranceClaimPending();
}

function sharesNow(
  { kind, reference }: SharingApproval,
  employment: EmploymentRecord,
  setting: CaseSetting,
): RedundancyShared {
  const cost = redundancyCost(employment, setting);
  if (cost.status === 'pending') throw new SplitPending(cost.missing);
  if (cost.status === 'refer') throw new SplitReferred(cost.referrals);
  const { residualPence, estatePence, shares } = cost.value;
  const standing = employment.shared.at(-1);
  const adjustment = standing && adjustmentOf(standing, { shares, basis: cost.basis });
  return {
    kind,
    residualPence,
    shares: shares.map(({ funder, weight, sharePence }) => ({
      funder,
      weight: exactText(weight),
      sharePence,
    })),
    ...(estatePence !== 0 && { estatePence }),
    reference,
    ...(adjustment && {
      adjusts: adjustment.adjusts,
      adjustments: adjustment.parties,
      adjustmentBasis: adjustment.basis,
    }),
  };
}

function sameSplit(left: RedundancyShared, right: RedundancyShared): boolean {
  return sameFacts(figuresOf(left), figuresOf(right));
}

/** What the parties pay. The weights that it follows from may change and leave it as it is. */
function figuresOf({ kind, residualPence, estatePence, shares }: RedundancyShared): object {
  const amounts = shares.map(({ funder, sharePence }) => ({ funder, sharePence }));
  return { kind, residualPence, estatePence, amounts };
}
