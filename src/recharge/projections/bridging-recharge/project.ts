import { organisationDirectory } from '../../../agreement/index.js';
import {
  eventsOf,
  type SubjectHistory,
  type SubjectProjection,
  type TableRows,
} from '../../../platform/projections/projection.js';
import {
  disputedDays,
  foldTransferCase,
  liabilityOf,
  type CaseRecord,
  type TransferCaseEvent,
} from '../../../transfer-case/index.js';
import { bridgingFactsOf } from '../../domain/case-facts.js';
import { accountReclaim } from '../../domain/rules/account-reclaim.js';
import { bridgingWarnings } from '../../domain/rules/bridging-warnings.js';
import { bridgingRecharge, type BridgingRecharge } from '../../domain/rules/bridging-recharge.js';
import type { ChargeLine } from '../../domain/rules/charge-lines.js';
import { BridgingRechargeLineRow } from './bridging-recharge-line.entity.js';
import { BridgingRechargeRow } from './bridging-recharge.entity.js';

function project(history: SubjectHistory): readonly TableRows[] {
  const events = eventsOf<TransferCaseEvent>(history, 'transfer-case.');
  const record = foldTransferCase(events);
  if (record.stage === 'none') return [];
  const { row, lines } = rowsFor(record, { subject: history.subject, revision: events.length });
  return [
    { table: BridgingRechargeRow, rows: [row] },
    { table: BridgingRechargeLineRow, rows: lines },
  ];
}

type Kept = Pick<BridgingRechargeRow, 'subject' | 'revision'>;

function rowsFor(record: CaseRecord, kept: Kept) {
  const facts = bridgingFactsOf(record, liabilityOf(record), organisationDirectory, disputedDays(record));
  const figure = bridgingRecharge(facts);
  const about = {
    ...kept,
    caseRef: record.caseRef,
    creditor: record.council,
    debtor: record.nhsBody,
    grossBasis: facts.grossBasis,
    reclaim: accountReclaim(facts),
    warnings: bridgingWarnings(facts),
  };
  if (figure.status === 'pending') {
    return { row: { ...about, ...UNKNOWN, status: 'pending' as const, missing: figure.missing }, lines: [] };
  }
  const { value, basis } = figure;
  return {
    row: { ...about, ...sumsOf(value), status: 'known' as const, missing: [], basis },
    lines: value.lines.map((line, index) => lineRow(line, index + 1, about)),
  };
}

const UNKNOWN = {
  fromDay: null,
  untilDay: null,
  totalPence: null,
  refundToPersonPence: null,
  contributionCancelledPence: null,
  held: null,
  parked: null,
  basis: null,
  refundBasis: null,
};

function sumsOf(value: BridgingRecharge) {
  const {
    totalPence,
    refundToPersonPence,
    contributionCancelledPence,
    refundBasis,
    held = null,
    parked = null,
  } = value;
  return {
    fromDay: value.days.from,
    untilDay: value.days.until,
    totalPence,
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
  reads: ['transfer-case.'],
  project,
};
