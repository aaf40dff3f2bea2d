import { optionsOfCase, organisationDirectory } from '../../../agreement/index.js';
import { basisOf, type Basis } from '../../../kernel/basis.js';
import { termsFrom } from '../../../kernel/terms-from.js';
import { eventsOf, type SubjectHistory } from '../../../platform/projections/projection.js';
import {
  disputedDays,
  endOfLiability,
  foldTransferCase,
  liabilityOf,
  type TransferCaseEvent,
} from '../../../transfer-case/index.js';
import { leaveOwedByCouncil } from '../../../workforce/index.js';
import { caseChargeFactsOf, transferBackFactsOf } from '../../domain/case-facts.js';
import type { RechargeRecord } from '../../domain/recharge.js';
import type { RechargeLine } from '../../domain/recharge.events.js';
import { sameFacts } from '../../../kernel/same-facts.js';
import { adjustmentsOwedBy, caseCharge } from '../../domain/rules/case-charge.js';
import { transferBack } from '../../domain/rules/transfer-back.js';
import { leaveOf } from '../bridging-recharge/open-positions.js';
import { UnderAgreement } from '../../../kernel/under-agreement.js';
import { leaveCreditBasis } from '../../domain/rules/leave-credit.js';
import { RECHARGE_RULES, RECHARGE_TOTAL } from '../../domain/rules/recharge-rules.js';

/**
 * The explanations of the lines, in their order. The event keeps the figures of each line; what they rest on is made again
 * from what was known of the case when the recharge was worked out.
 *
 * @param before the history of the case up to then
 */
export function explainLines(record: RechargeRecord, before: SubjectHistory): readonly Basis[] {
  const madeAgain = [...chargeBases(before), ...leaveBases(before), ...wayBackBases(before)];
  const under = underItsAgreement(record);
  return record.lines.map((line) => {
    const from = line.kind === 'paid-stays' ? endBases(before) : [];
    const found = madeAgain.find(({ inputs }) => sameFacts(inputs, line.figures));
    return under.basis(found ?? fromFigures(line, from));
  });
}

/** The explanation of the total: the sum of its lines. */
export function explainTotal(record: RechargeRecord, lines: readonly Basis[]): Basis {
  const { totalPence } = record;
  return underItsAgreement(record).basis(basisOf(RECHARGE_TOTAL, { lines: lines.length, totalPence }, lines));
}

/** The version of the agreement that the document was worked out by, which the case may have left since. */
function underItsAgreement({ agreementId, agreementVersion: version }: RechargeRecord): UnderAgreement {
  const isBound = agreementId !== undefined && version !== undefined;
  return new UnderAgreement(termsFrom(isBound ? { agreementId, version } : undefined));
}

function chargeBases(before: SubjectHistory): readonly Basis[] {
  const record = foldTransferCase(eventsOf<TransferCaseEvent>(before, 'transfer-case.'));
  if (record.stage === 'none') return [];
  const options = optionsOfCase(record.agreement);
  const disputed = disputedDays(record);
  const end = endOfLiability(record, options.transferBackNoticeDays);
  const liability = liabilityOf(record);
  const charge = caseCharge(
    caseChargeFactsOf(record, liability, organisationDirectory, options, disputed, end, leaveOf(before)),
  );
  const { bridging, oneOffs } = charge;
  const lines = bridging.status === 'known' ? bridging.value.lines : [];
  // Several bodies that owe have each a part of the credit, explained by the whole.
  const credits = [...new Set(lines.map(({ debtor }) => debtor))].map(
    (debtor) => adjustmentsOwedBy(charge, debtor).credit,
  );
  const added = [...oneOffs.map((each) => each.charge), ...credits];
  return [
    ...lines.map(({ basis }) => basis),
    ...added.flatMap((figure) => (figure?.status === 'known' ? [figure.basis] : [])),
  ];
}

function wayBackBases(before: SubjectHistory): readonly Basis[] {
  const record = foldTransferCase(eventsOf<TransferCaseEvent>(before, 'transfer-case.'));
  if (record.stage === 'none') return [];
  const options = optionsOfCase(record.agreement);
  const end = endOfLiability(record, options.transferBackNoticeDays);
  const facts = transferBackFactsOf(record, organisationDirectory, options, end);
  const charges = facts === undefined ? [] : transferBack(facts).map(({ charge }) => charge);
  return charges.flatMap((charge) =>
    charge.status === 'known' ? charge.value.lines.map(({ basis }) => basis) : [],
  );
}

/** Why liability ended, where it did. */
function endBases(before: SubjectHistory): readonly Basis[] {
  const record = foldTransferCase(eventsOf<TransferCaseEvent>(before, 'transfer-case.'));
  if (record.stage === 'none') return [];
  const end = endOfLiability(record, optionsOfCase(record.agreement).transferBackNoticeDays);
  return end === undefined ? [] : [end.basis];
}

function leaveBases(before: SubjectHistory): readonly Basis[] {
  return leaveOwedByCouncil(before).flatMap(({ employmentId, owed }) =>
    owed.status === 'known' ? [leaveCreditBasis(employmentId, owed)] : [],
  );
}

function fromFigures({ rule, ruleVersion, figures }: RechargeLine, from: readonly Basis[]): Basis {
  const found = RECHARGE_RULES.find(({ code, version }) => code === rule && version === ruleVersion);
  if (found === undefined) throw new RangeError(`Version ${ruleVersion} of rule ${rule} is not known`);
  return basisOf(found, figures, from);
}
