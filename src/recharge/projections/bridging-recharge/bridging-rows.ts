import { optionsOfCase, organisationDirectory } from '../../../agreement/index.js';
import { known, type Figure } from '../../../kernel/figure.js';
import type { Pence } from '../../../kernel/pence.js';
import { termsFrom } from '../../../kernel/terms-from.js';
import { disputedDays, endOfLiability, type CaseRecord } from '../../../transfer-case/index.js';
import {
  caseChargeFactsOf,
  transferBackFactsOf,
  type CaseLeaveFact,
  type ReturningCase,
} from '../../domain/case-facts.js';
import { leaveInAccount } from '../../domain/rules/account-credit.js';
import { accountReclaim } from '../../domain/rules/account-reclaim.js';
import type { BridgingRecharge, LiabilityStart } from '../../domain/rules/bridging-recharge.js';
import { bridgingWarnings } from '../../domain/rules/bridging-warnings.js';
import { caseCharge } from '../../domain/rules/case-charge.js';
import type { ChargeLine } from '../../domain/rules/charge-lines.js';
import { transferBack, type TransferBack } from '../../domain/rules/transfer-back.js';
import { UnderAgreement } from '../../../kernel/under-agreement.js';
import { reclaimWarnings, type OpenPositions } from '../../domain/rules/reclaim-warnings.js';
import type { BridgingRechargeLineRow } from './bridging-recharge-line.entity.js';
import type { BridgingRechargeRow, TransferBackRow } from './bridging-recharge.entity.js';

/** What of a case its bridging follows from. */
export type BridgingCase = ReturningCase &
  Pick<CaseRecord, 'areaDispute' | 'eligibilityLost' | 'eligibilityOverturned'> & {
    /** Where the options stand when they are those of no agreement that the case is bound to. */
    readonly optionsFrom?: string;
  };

type Kept = Pick<BridgingRechargeRow, 'caseRef' | 'subject' | 'revision'>;

/**
 * What the facts of a case come to as the read model keeps it.
 *
 * @param leave what the council owes for the leave of each employment
 * @param open the employments that are not settled yet, which a reclaim of the account is warned of
 */
export function bridgingRows(
  record: BridgingCase,
  liability: Figure<LiabilityStart>,
  leave: readonly CaseLeaveFact[],
  open: OpenPositions,
  kept: Kept,
): { readonly row: BridgingRechargeRow; readonly lines: readonly Readonly<BridgingRechargeLineRow>[] } {
  const options = optionsOfCase(record.agreement);
  const disputed = disputedDays(record);
  const end = endOfLiability(record, options.transferBackNoticeDays);
  const facts = caseChargeFactsOf(record, liability, organisationDirectory, options, disputed, end, leave);
  const charge = caseCharge(facts);
  const { bridging } = charge;
  const under = new UnderAgreement(record.optionsFrom ?? termsFrom(record.agreement));
  const oneOffs = charge.oneOffs.map((each) => ({ ...each, charge: under.figure(each.charge) }));
  const credit = charge.credit === undefined ? null : under.figure(charge.credit);
  const reclaim = under.figure(accountReclaim(facts));
  const isKept = options.leaveSettlement === 'retain-in-account';
  const leaveHeldBack = isKept ? under.figure(leaveInAccount(leave)) : null;
  const about = {
    ...kept,
    creditor: record.council,
    debtor: record.nhsBody,
    grossBasis: facts.grossBasis,
    reclaim,
    leaveHeldBack,
    warnings: [
      ...bridgingWarnings(facts),
      ...reclaimWarnings(facts.account, open, { reclaim, leaveHeldBack }),
    ],
    oneOffs,
    credit,
  };
  const returned = transferBackFactsOf(record, organisationDirectory, options, end);
  const transferBackRows =
    returned && transferBack(returned).map((each) => transferBackRow(each, about, under));
  const row = {
    ...about,
    ...bridgedOf(bridging, under),
    ...totalOf(under.figure(charge.total)),
    transferBack: transferBackRows?.length ? transferBackRows : null,
  };
  const lines = bridging.status === 'pending' ? [] : bridging.value.lines;
  return { row, lines: lines.map((line, index) => lineRow(line, index + 1, about, under)) };
}

function transferBackRow(
  { charge, ...about }: TransferBack,
  kept: Pick<BridgingRechargeRow, 'caseRef' | 'subject'>,
  under: UnderAgreement,
): TransferBackRow {
  if (charge.status === 'pending') return { ...about, total: charge, lines: [] };
  const { totalPence, lines } = charge.value;
  return {
    ...about,
    total: known(totalPence, under.basis(charge.basis)),
    lines: lines.map((line, index) => lineRow(line, index + 1, kept, under)),
  };
}

/** The sum of all lines, which waits for what any of them waits for. */
function totalOf(total: Figure<Pence>) {
  return total.status === 'pending'
    ? { status: 'pending' as const, missing: total.missing, totalPence: null, basis: null }
    : { status: 'known' as const, missing: [], totalPence: total.value, basis: total.basis };
}

const UNKNOWN = {
  fromDay: null,
  untilDay: null,
  refundToPersonPence: null,
  contributionCancelledPence: null,
  held: null,
  parked: null,
  refundBasis: null,
};

/** What follows from the days of bridging alone. */
function bridgedOf(bridging: Figure<BridgingRecharge>, under: UnderAgreement) {
  if (bridging.status === 'pending') return UNKNOWN;
  const {
    days,
    refundToPersonPence,
    contributionCancelledPence,
    refundBasis,
    held = null,
    parked = null,
  } = bridging.value;
  return {
    fromDay: days.from,
    untilDay: days.until,
    refundToPersonPence,
    contributionCancelledPence,
    refundBasis: under.basis(refundBasis),
    held,
    parked,
  };
}

function lineRow(
  line: ChargeLine,
  number: number,
  { caseRef, subject }: Pick<BridgingRechargeRow, 'caseRef' | 'subject'>,
  under: UnderAgreement,
): Readonly<BridgingRechargeLineRow> {
  const { from, until, evidence, grossPence: _, joint, suspension, ...figures } = line;
  return {
    ...figures,
    basis: under.basis(line.basis),
    caseRef,
    subject,
    number,
    fromDay: from,
    untilDay: until,
    evidence: evidence.references,
    daysWithoutPayment: evidence.daysWithoutPayment,
    claimBefore: evidence.claimBefore ?? null,
    joint: joint ?? null,
    suspension: suspension ?? null,
  };
}
