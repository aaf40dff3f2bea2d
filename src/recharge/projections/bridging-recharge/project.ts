import { optionsOfCase, organisationDirectory } from '../../../agreement/index.js';
import type { Figure } from '../../../kernel/figure.js';
import type { Pence } from '../../../kernel/pence.js';
import {
  eventsOf,
  type SubjectHistory,
  type SubjectProjection,
  type TableRows,
} from '../../../platform/projections/projection.js';
import {
  disputedDays,
  endOfLiability,
  foldTransferCase,
  liabilityOf,
  type CaseRecord,
  type TransferCaseEvent,
} from '../../../transfer-case/index.js';
import { caseChargeFactsOf, type CaseLeaveFact } from '../../domain/case-facts.js';
import { leaveInAccount } from '../../domain/rules/account-credit.js';
import { accountReclaim } from '../../domain/rules/account-reclaim.js';
import { bridgingWarnings } from '../../domain/rules/bridging-warnings.js';
import type { BridgingRecharge } from '../../domain/rules/bridging-recharge.js';
import { caseCharge } from '../../domain/rules/case-charge.js';
import type { ChargeLine } from '../../domain/rules/charge-lines.js';
import { reclaimWarnings, type OpenPositions } from '../../domain/rules/reclaim-warnings.js';
import { BridgingRechargeLineRow } from './bridging-recharge-line.entity.js';
import { BridgingRechargeRow } from './bridging-recharge.entity.js';
import { leaveOf, openPositionsOf } from './open-positions.js';

function project(history: SubjectHistory): readonly TableRows[] {
  const events = eventsOf<TransferCaseEvent>(history, 'transfer-case.');
  const record = foldTransferCase(events);
  if (record.stage === 'none') return [];
  const { row, lines } = rowsFor(record, leaveOf(history), openPositionsOf(history), {
    subject: history.subject,
    revision: events.length,
  });
  return [
    { table: BridgingRechargeRow, rows: [row] },
    { table: BridgingRechargeLineRow, rows: lines },
  ];
}

type Kept = Pick<BridgingRechargeRow, 'subject' | 'revision'>;

function rowsFor(record: CaseRecord, leave: readonly CaseLeaveFact[], open: OpenPositions, kept: Kept) {
  const options = optionsOfCase(record.agreement);
  const disputed = disputedDays(record);
  const end = endOfLiability(record, options.transferBackNoticeDays);
  const liability = liabilityOf(record);
  const facts = caseChargeFactsOf(record, liability, organisationDirectory, options, disputed, end, leave);
  const { bridging, oneOffs, credit = null, total } = caseCharge(facts);
  const reclaim = accountReclaim(facts);
  const isKept = options.leaveSettlement === 'retain-in-account';
  const leaveHeldBack = isKept ? leaveInAccount(leave) : null;
  const about = {
    ...kept,
    caseRef: record.caseRef,
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
  const row = { ...about, ...bridgedOf(bridging), ...totalOf(total) };
  const lines = bridging.status === 'pending' ? [] : bridging.value.lines;
  return { row, lines: lines.map((line, index) => lineRow(line, index + 1, about)) };
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
function bridgedOf(bridging: Figure<BridgingRecharge>) {
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
    refundBasis,
    held,
    parked,
  };
}

function lineRow(
  line: ChargeLine,
  number: number,
  { caseRef, subject }: Pick<BridgingRechargeRow, 'caseRef' | 'subject'>,
): Readonly<BridgingRechargeLineRow> {
  const { from, until, evidence, grossPence: _, joint, suspension, ...figures } = line;
  return {
    ...figures,
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

/** What each case's facts give as its bridging recharge now, whether or not a document was made of it. */
export const bridgingRechargeProjection: SubjectProjection = {
  name: 'bridging-recharge',
  tables: [BridgingRechargeRow, BridgingRechargeLineRow],
  reads: ['transfer-case.', 'workforce.'],
  project,
};
