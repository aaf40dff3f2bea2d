import { readFileSync } from 'node:fs';
import { Fraction } from '../../src/kernel/fraction.js';
import { pence, poundsFromPence, type Pence } from '../../src/kernel/pence.js';
import { addDays, plainDate, type PlainDate } from '../../src/kernel/plain-date.js';
import { ChangeArea } from '../../src/transfer-case/commands/change-area.js';
import { CloseAccount } from '../../src/transfer-case/commands/close-account.js';
import { ReclaimBalance } from '../../src/transfer-case/commands/reclaim-balance.js';
import { RecordContributionReceipt } from '../../src/transfer-case/commands/record-contribution-receipt.js';
import { RecordDeath } from '../../src/transfer-case/commands/record-death.js';
import { RecordEligibilityLoss } from '../../src/transfer-case/commands/record-eligibility-loss.js';
import { RecordOneOff } from '../../src/transfer-case/commands/record-one-off.js';
import { RecordPayment } from '../../src/transfer-case/commands/record-payment.js';
import { SetContribution } from '../../src/transfer-case/commands/set-contribution.js';
import { SetCouncilBudget } from '../../src/transfer-case/commands/set-council-budget.js';
import { SetPhbRate } from '../../src/transfer-case/commands/set-phb-rate.js';
import { StartCouncilCover } from '../../src/transfer-case/commands/start-council-cover.js';
import { StateOpeningBalance } from '../../src/transfer-case/commands/state-opening-balance.js';
import {
  AssessRedundancy,
  ChangeTerms,
  EndEmployment,
  RecordFundingPeriod,
  RecordLeaveStatement,
  ShareRedundancy,
  UpdateInsuranceClaim,
} from '../../src/workforce/index.js';
import type { Office } from '../support/office.js';
import { COUNCIL, ICB, Move, termsOfPay, type JobOnRecord, type MoveTerms } from './moves.js';

/** A worked example as the fixture has it. */
export interface WorkedExample {
  readonly id: string;
  readonly kind: string;
  readonly title?: string;
  // What a kind of example says differs from kind to kind.
  readonly inputs: never;
  readonly expected: never;
}

/** A case that a worked example makes, and the figures of it that were worked out by hand, by their paths in the views. */
export interface ExampleMove {
  readonly caseRef: string;
  readonly figures: Readonly<Record<string, string>>;
}

type Play = (office: Office, example: WorkedExample) => Promise<readonly ExampleMove[]>;

interface RatedFrom {
  readonly from: PlainDate;
  readonly weekly_gross_pence: Pence;
}

/** Eight weeks from a Monday, for an example that leaves open when the NHS body became liable. */
const ANY_LIABILITY = plainDate('2024-01-15');
/** The weekly direct payment of an example that is not about it. */
const ANY_RATE = pence(70_000);
/** Twelve weeks: as much as statute ever asks for (ERA 1996 s.86), so that all of it was served. */
const LONGEST_NOTICE = 84;
/** A body of another area, for an example that only says that there is one. */
const OTHER_ICB = 'QNC';

const pounds = (amountPence: number) => poundsFromPence(pence(amountPence));
const eightWeeksFrom = (day: PlainDate) => addDays(day, 56);
const documentOf = (phbStartsOn: PlainDate) => addDays(phbStartsOn, 14);

/** How each kind of worked example becomes the case of a person. */
const PLAYS: Readonly<Record<string, Play>> = {
  bridging_recharge: async (office, example) => [
    await ('bridging_payments_pence' in (example.inputs as object) ? unspentBalance : bridging)(
      office,
      example,
    ),
  ],
  one_off_in_bridging: async (office, example) => [await oneOff(office, example)],
  reverse_recharge: async (office, example) => [await wayBack(office, example)],
  redundancy_split: async (office, example) => [await redundancy(office, example)],
  accrued_leave: async (office, example) => [await leave(office, example)],
  day29: lateDecisions,
};

const RULES_OF_STATUTE =
  'a row of a table that statute alone gives: it has no move, no bodies and no days of liability';

/** The kinds that make no case, and why. */
export const WITHOUT_CASE: Readonly<Record<string, string>> = {
  hospital_funding: 'the weeks of a hospital stay follow from a rule; a case records no stay',
  nhs_number: 'the check of an NHS number, which no event of a case holds',
  org_succession: 'a table of the bodies and their successors, which every case reads',
  ...Object.fromEntries(
    [
      ...['govuk-unit-test', 'govuk-format-test', 'govuk-flow-test', 'govuk-rate-lookup-test'],
      ...['govuk-rendered-outcome', 'weeks-grid', 'cap-by-relevant-date', 'pay-computed', 'date-driven'],
      ...['statutory-notice', 'relevant-date-extension', 'eligibility', 'computed', 'irregular-accrual'],
      ...['irregular-accrual-sequence', 'leaver-reg14', 'first-year-accrual-reg15A', 'rolled-up-reg16A'],
      ...['holiday-week-pay-52', 'week-pay-12'],
    ].map((kind) => [kind, RULES_OF_STATUTE]),
  ),
};

/** Every example of the fixtures. The rates are tables of law without examples. */
export const examples: readonly WorkedExample[] = [
  'bridging',
  'redundancy-and-leave',
  'hospital-identity-and-clocks',
  'organisations',
  'redundancy',
  'holiday',
].flatMap((file) => {
  const url = new URL(`../fixtures/worked-examples/${file}.json`, import.meta.url);
  const read = JSON.parse(readFileSync(url, 'utf8')) as Readonly<Record<string, readonly WorkedExample[]>>;
  return read['examples'] ?? read['rows'] ?? [];
});

export const makesCase = ({ kind }: Pick<WorkedExample, 'kind'>): boolean => kind in PLAYS;

/** Records the case of an example, or its cases, by the product's own commands. */
export async function playMoves(office: Office, example: WorkedExample): Promise<readonly ExampleMove[]> {
  const play = PLAYS[example.kind];
  if (play === undefined) throw new Error(`${example.id} makes no case`);
  return play(office, example);
}

interface BridgingInputs {
  readonly liability_start?: PlainDate;
  readonly checklist_received?: PlainDate;
  readonly eligibility_decision?: PlainDate;
  readonly delay?: MoveTerms['delay'];
  readonly phb_cover_start: PlainDate;
  readonly rates?: readonly RatedFrom[];
  readonly weekly_gross_pence?: Pence;
  readonly weekly_contribution_pence?: Pence;
  readonly contributions_paid_weeks_variant?: number;
  readonly icb_change_on?: PlainDate;
}

async function bridging(office: Office, { id, inputs, expected }: WorkedExample): Promise<ExampleMove> {
  const said = inputs as BridgingInputs;
  const decidedOn = said.eligibility_decision ?? said.liability_start ?? ANY_LIABILITY;
  const liableFrom = said.checklist_received ?? decidedOn;
  const rates = said.rates?.map(({ from, weekly_gross_pence: weeklyPence }) => ({ from, weeklyPence }));
  const move = await Move.bridging(office, {
    personReference: id,
    decidedOn,
    rates: rates ?? [{ from: liableFrom, weeklyPence: said.weekly_gross_pence ?? ANY_RATE }],
    ...(said.checklist_received && { checklistReceivedOn: said.checklist_received }),
    ...(said.delay && { delay: said.delay }),
  });
  const contribution = said.weekly_contribution_pence;
  if (contribution !== undefined) await contribute(move, liableFrom, contribution, said);
  await move.payFourWeekly({ from: liableFrom, until: said.phb_cover_start }, contribution);
  if (said.icb_change_on !== undefined) {
    const reason = { reason: 'gp-registration' as const, documentReference: `GP-${id}` };
    await move.nhs(ChangeArea, { from: said.icb_change_on, nhsBody: OTHER_ICB, ...reason });
  }
  await move.complete(said.phb_cover_start);
  const bodies = said.icb_change_on === undefined ? [undefined] : [ICB, OTHER_ICB];
  for (const nhsBody of bodies) {
    await move.charge(documentOf(said.phb_cover_start), { ...(nhsBody && { nhsBody }) });
  }
  return { caseRef: move.caseRef, figures: bridgingFigures(expected) };
}

/** The person pays the contribution of so many weeks. */
async function contribute(
  move: Move,
  from: PlainDate,
  weeklyPence: Pence,
  { contributions_paid_weeks_variant: weeks = 0 }: BridgingInputs,
): Promise<void> {
  await move.council(SetContribution, { from, weeklyPence });
  for (let week = 0; week < weeks; week += 1) {
    const first = addDays(from, 7 * week);
    await move.council(RecordContributionReceipt, {
      reference: `CR-${first}`,
      paidOn: first,
      from: first,
      until: addDays(first, 7),
      amountPence: weeklyPence,
    });
  }
}

function bridgingFigures(expected: unknown): Readonly<Record<string, string>> {
  const { recharge_pence: total, gross_basis_evidenced: evidenced } = expected as {
    readonly recharge_pence?: number;
    readonly gross_basis_evidenced?: {
      readonly recharge_pence: number;
      readonly la_refunds_person_pence: number;
      readonly contribution_debt_cancelled_pence: number;
    };
  };
  if (evidenced === undefined) return { 'liabilities.total.value': pounds(total ?? NaN) };
  return {
    'liabilities.total.value': pounds(evidenced.recharge_pence),
    'liabilities.refundToPerson.value': pounds(evidenced.la_refunds_person_pence),
    'liabilities.contributionCancelled.value': pounds(evidenced.contribution_debt_cancelled_pence),
  };
}

/** Eight weeks that come to what was paid, with what the account held at both ends. */
async function unspentBalance(office: Office, { id, inputs, expected }: WorkedExample): Promise<ExampleMove> {
  const said = inputs as Readonly<
    Record<'bridging_payments_pence' | 'opening_balance_pence' | 'closing_balance_pence', Pence>
  >;
  const phbStartsOn = eightWeeksFrom(ANY_LIABILITY);
  const weeklyPence = pence(said.bridging_payments_pence / 8);
  const rates = [{ from: ANY_LIABILITY, weeklyPence }];
  const move = await Move.bridging(office, { personReference: id, decidedOn: ANY_LIABILITY, rates });
  await move.payFourWeekly({ from: ANY_LIABILITY, until: phbStartsOn });
  await move.council(StateOpeningBalance, {
    balanceOn: ANY_LIABILITY,
    balancePence: said.opening_balance_pence,
    statementReference: `OPEN-${id}`,
  });
  await move.complete(phbStartsOn);
  await move.council(CloseAccount, {
    closedOn: addDays(phbStartsOn, 7),
    balancePence: said.closing_balance_pence,
    statementReference: `CLOSE-${id}`,
  });
  await move.council(ReclaimBalance, {
    reclaimedOn: addDays(phbStartsOn, 10),
    amountPence: said.closing_balance_pence,
    reclaimReference: `RECLAIM-${id}`,
  });
  const { rechargeRef } = await move.charge(documentOf(phbStartsOn));
  const { 'opening_protected (default)': by } = expected as Readonly<
    Record<string, Readonly<Record<'credit_to_icb_pence' | 'recharge_pence', number>>>
  >;
  return {
    caseRef: move.caseRef,
    figures: {
      'liabilities.accountCredit.value': pounds(-(by?.credit_to_icb_pence ?? NaN)),
      [`recharges.${rechargeRef}.total`]: pounds(by?.recharge_pence ?? NaN),
    },
  };
}

/** A premium for a year on top of eight weeks of bridging. */
async function oneOff(office: Office, { id, inputs, expected }: WorkedExample): Promise<ExampleMove> {
  const said = inputs as {
    readonly premium_pence: Pence;
    readonly cover_from: PlainDate;
    readonly cover_to: PlainDate;
    readonly liability_start: PlainDate;
  };
  const { liability_start: from } = said;
  const phbStartsOn = eightWeeksFrom(from);
  const rates = [{ from, weeklyPence: ANY_RATE }];
  const move = await Move.bridging(office, { personReference: id, decidedOn: from, rates });
  await move.payFourWeekly({ from, until: phbStartsOn });
  await move.council(RecordOneOff, {
    receiptReference: `PREMIUM-${id}`,
    kind: 'annual',
    incurredOn: said.cover_from,
    benefit: { from: said.cover_from, until: addDays(said.cover_to, 1) },
    amountPence: said.premium_pence,
  });
  await move.complete(phbStartsOn);
  await move.charge(documentOf(phbStartsOn));
  const { icb_pence: charged } = expected as { readonly icb_pence: number };
  return {
    caseRef: move.caseRef,
    figures: { [`liabilities.oneOffs.PREMIUM-${id}.charged.value`]: pounds(charged) },
  };
}

/** A move and its way back: the NHS body pays on after its notice until the council covers the person again. */
async function wayBack(office: Office, { id, inputs, expected }: WorkedExample): Promise<ExampleMove> {
  const said = inputs as {
    readonly not_eligible_decision: PlainDate;
    readonly la_dp_cover_start: PlainDate;
    readonly phb_weekly_pence: Pence;
    readonly la_assessed_weekly_pence: Pence;
  };
  const { la_liability_start: owedFrom, recharge_at_la_assessed_rate_pence: total } = expected as {
    readonly la_liability_start: PlainDate;
    readonly recharge_at_la_assessed_rate_pence: number;
  };
  const phbStartsOn = eightWeeksFrom(ANY_LIABILITY);
  const rates = [{ from: ANY_LIABILITY, weeklyPence: ANY_RATE }];
  const move = await Move.bridging(office, { personReference: id, decidedOn: ANY_LIABILITY, rates });
  await move.payFourWeekly({ from: ANY_LIABILITY, until: phbStartsOn });
  await move.complete(phbStartsOn);
  await move.charge(documentOf(phbStartsOn));
  await move.nhs(SetPhbRate, { from: phbStartsOn, weeklyPence: said.phb_weekly_pence });
  const { not_eligible_decision: decidedOn, la_dp_cover_start: coverStartsOn } = said;
  await move.nhs(RecordEligibilityLoss, { decidedOn, notifiedOn: decidedOn });
  await move.council(SetCouncilBudget, { from: owedFrom, weeklyPence: said.la_assessed_weekly_pence });
  await move.nhs(RecordPayment, {
    reference: `PHB-${id}`,
    paidOn: owedFrom,
    from: owedFrom,
    until: coverStartsOn,
    amountPence: Fraction.of(said.phb_weekly_pence).times(4).toPence(),
  });
  await move.council(StartCouncilCover, { startsOn: coverStartsOn });
  const { rechargeRef } = await move.charge(documentOf(coverStartsOn), { nhsBody: ICB, back: true });
  const path = `recharges.${rechargeRef}`;
  const figures = {
    [`${path}.creditor`]: ICB,
    [`${path}.debtor`]: COUNCIL,
    [`${path}.total`]: pounds(total),
  };
  return { caseRef: move.caseRef, figures };
}

interface RedundancyInputs {
  readonly dob?: PlainDate;
  readonly relationship?: 'child';
  readonly employment_start: PlainDate;
  readonly last_day?: PlainDate;
  readonly week_pay_pence: Pence;
  readonly insurance_paid_pence?: Pence;
  readonly funding?: readonly {
    readonly from: PlainDate;
    readonly to: PlainDate;
    readonly shares: Readonly<Partial<Record<'LA' | 'ICB', 1>>>;
  }[];
}

interface RedundancyExpected {
  readonly srp_pence: number;
  readonly shares_pence?: Readonly<Record<'LA' | 'ICB', number>>;
}

/** Either the days and figures of one job, or one job for each last day that the example asks about. */
async function redundancy(office: Office, { id, inputs, expected }: WorkedExample): Promise<ExampleMove> {
  const said = inputs as RedundancyInputs;
  const liableFrom = said.funding?.find(({ shares }) => shares.ICB === 1)?.from ?? ANY_LIABILITY;
  const rates = [{ from: liableFrom, weeklyPence: ANY_RATE }];
  const move = await Move.bridging(office, { personReference: id, decidedOn: liableFrom, rates });
  // An employer who dies while the council still pays leaves no budget to begin.
  const phbStartsOn = eightWeeksFrom(liableFrom);
  const diedOn = said.last_day !== undefined && said.last_day < phbStartsOn ? said.last_day : undefined;
  await move.payFourWeekly({
    from: liableFrom,
    until: diedOn === undefined ? phbStartsOn : addDays(diedOn, 1),
  });
  if (diedOn === undefined) await move.complete(phbStartsOn);
  else await move.council(RecordDeath, { diedOn });
  const asked =
    said.last_day === undefined
      ? Object.entries(expected as Record<string, RedundancyExpected>).map(
          ([key, figures]) => [plainDate(key.replace('last_day ', '')), figures] as const,
        )
      : [[said.last_day, expected as RedundancyExpected] as const];
  const figures: Record<string, string> = {};
  for (const [index, [lastDay, figure]] of asked.entries()) {
    const job = await redundantJob(move, said, {
      assistantRef: `PA-${index + 1}`,
      lastDay,
      diedOn,
      nothingToShare: figure.srp_pence === 0,
    });
    const path = `redundancies.${job.employmentId}`;
    figures[`${path}.statutory.value`] = pounds(figure.srp_pence);
    // Nothing is shared of no payment.
    const shared = figure.srp_pence === 0 ? [] : Object.entries(figure.shares_pence ?? {});
    for (const [funder, sum] of shared) {
      const body = funder === 'LA' ? COUNCIL : ICB;
      figures[`${path}.split.shares.${body}.share`] = pounds(sum);
    }
  }
  return { caseRef: move.caseRef, figures };
}

async function redundantJob(
  move: Move,
  said: RedundancyInputs,
  {
    assistantRef,
    lastDay,
    diedOn,
    nothingToShare,
  }: {
    readonly assistantRef: string;
    readonly lastDay: PlainDate;
    readonly diedOn: PlainDate | undefined;
    readonly nothingToShare: boolean;
  },
): Promise<JobOnRecord> {
  const { employment_start: startedOn, week_pay_pence: weekPayPence, funding } = said;
  const pay = termsOfPay(weekPayPence);
  const job = await move.employ({ assistantRef, status: 'employed', startedOn, ...pay });
  const periods = funding?.filter(({ shares }) => shares.ICB === undefined) ?? [
    { from: startedOn, to: addDays(ANY_LIABILITY, -1), shares: { LA: 1 } },
  ];
  for (const [index, { from, to, shares }] of periods.entries()) {
    // What the council goes on paying from its liability on is the NHS body's by the case, and is not said again.
    const days = index === periods.length - 1 ? { from } : { from, until: addDays(to, 1) };
    const funders = 'LA' in shares ? [{ funder: COUNCIL, share: '1' }] : [];
    await job.record(
      (target, context) => new RecordFundingPeriod(target, { ...days, shares: funders }, context),
    );
  }
  const end =
    diedOn === undefined
      ? {
          reason: 'redundancy' as const,
          notice: 'given' as const,
          noticeGivenOn: addDays(lastDay, -LONGEST_NOTICE),
        }
      : { reason: 'employer-died' as const };
  await job.record((target, context) => new EndEmployment(target, { lastDay, ...end }, context));
  const terms = {
    assessedOn: addDays(lastDay, 3),
    lastDay,
    dateOfBirth: said.dob ?? plainDate('1980-01-01'),
    weekPay: { weekPayPence },
    relationship: said.relationship ?? ('none' as const),
    privateHousehold: true,
    statusDoubtful: false,
    estateInsolvent: false,
  };
  await job.record((target, context) => new AssessRedundancy(target, terms, context), ICB);
  // Where the rules leave it open, an adviser rules as the example takes it to be: there is no right to a payment.
  const reading = (await job.state()).referral?.candidates.find(({ outcome }) => !outcome.eligible)?.reading;
  if (reading !== undefined) {
    const ruling = { reference: `RULING-${assistantRef}`, reading };
    await job.record((target, context) => new AssessRedundancy(target, { ...terms, ruling }, context), ICB);
  }
  const paid = said.insurance_paid_pence ?? 0;
  const claim =
    paid > 0 ? { claim: 'paid' as const, amountPence: pence(paid) } : { claim: 'not-claimed' as const };
  await job.record(
    (target, context) => new UpdateInsuranceClaim(target, claim, addDays(lastDay, 10), context),
    ICB,
  );
  const approval = {
    kind: 'final' as const,
    reference: `PANEL-${assistantRef}`,
    sharedOn: addDays(lastDay, 14),
  };
  if (nothingToShare) return job;
  await job.record((target, context) => new ShareRedundancy(target, approval, context), ICB);
  return job;
}

interface LeaveInputs {
  readonly weekly_hours?: string;
  readonly entitlement_weeks?: string;
  readonly hours_by_pay_period?: readonly string[];
  readonly leave_year?: readonly [PlainDate, PlainDate];
  readonly liability_start?: PlainDate;
  readonly phb_cover_start?: PlainDate;
  readonly rate_pence_per_hour: Pence;
  readonly rate_when_taken_pence_per_hour?: Pence;
  readonly taken_hours: string;
}

async function leave(office: Office, { id, inputs, expected }: WorkedExample): Promise<ExampleMove> {
  const said = inputs as LeaveInputs;
  // Three months of hours: liability begins with the fourth.
  const liableFrom = said.liability_start ?? plainDate('2024-07-01');
  const phbStartsOn = said.phb_cover_start ?? eightWeeksFrom(liableFrom);
  const rates = [{ from: liableFrom, weeklyPence: ANY_RATE }];
  const move = await Move.bridging(office, { personReference: id, decidedOn: liableFrom, rates });
  const startedOn = plainDate('2021-06-07');
  const hourlyRatePence = said.rate_pence_per_hour;
  const weeklyHours = said.weekly_hours ?? '26.5';
  const job = await move.employ({
    assistantRef: 'PA-1',
    status: 'employed',
    startedOn,
    weeklyHours,
    hourlyRatePence,
  });
  await job.record(
    (target, context) =>
      new RecordFundingPeriod(
        target,
        { from: startedOn, shares: [{ funder: COUNCIL, share: '1' }] },
        context,
      ),
  );
  const [leaveYearFrom, lastDay] = said.leave_year ?? [plainDate('2024-04-01'), plainDate('2025-03-31')];
  const statement = {
    ...(said.hours_by_pay_period
      ? { method: 'irregular-hours' as const, hoursByPayPeriod: said.hours_by_pay_period }
      : { method: 'regular' as const, weeklyHours, entitlementWeeks: said.entitlement_weeks ?? '5.6' }),
    leaveYearFrom,
    leaveYearUntil: addDays(lastDay, 1),
    takenHours: said.taken_hours,
    hourlyRatePence,
    rateIncludesLeave: false,
    statementReference: `PAYROLL-${id}`,
  };
  await job.record(
    (target, context) => new RecordLeaveStatement(target, statement, addDays(liableFrom, 7), context),
  );
  await move.payFourWeekly({ from: liableFrom, until: phbStartsOn });
  await move.complete(phbStartsOn);
  const later = said.rate_when_taken_pence_per_hour;
  if (later !== undefined) {
    const terms = { from: phbStartsOn, weeklyHours, hourlyRatePence: later };
    await job.record((target, context) => new ChangeTerms(target, terms, context), ICB);
  }
  await move.charge(documentOf(phbStartsOn));
  return { caseRef: move.caseRef, figures: leaveFigures(`leave.${job.employmentId}.leave`, expected) };
}

function leaveFigures(path: string, expected: unknown): Readonly<Record<string, string>> {
  const {
    la_owes_pence: owed,
    correct_la_owes_pence: correct,
    wrong_if_cut_at_phb_start_pence: wrong,
    double_charge_pence: twice,
  } = expected as Readonly<Record<string, number | undefined>>;
  return {
    [`${path}.owed`]: pounds(owed ?? correct ?? NaN),
    ...(wrong !== undefined && { [`${path}.ifCutAtCoverStart.owed`]: pounds(wrong) }),
    ...(twice !== undefined && { [`${path}.ifCutAtCoverStart.chargedTwice`]: pounds(twice) }),
  };
}

/** A decision ten weeks after each checklist, without a good reason: liability begins on day 29. */
async function lateDecisions(
  office: Office,
  { id, inputs, expected }: WorkedExample,
): Promise<readonly ExampleMove[]> {
  const { received } = inputs as { readonly received: readonly PlainDate[] };
  const moves: ExampleMove[] = [];
  for (const day of received) {
    const decidedOn = addDays(day, 70);
    const move = await Move.bridging(office, {
      personReference: `${id}-${day}`,
      decidedOn,
      checklistReceivedOn: day,
      delay: 'unjustified',
      rates: [{ from: day, weeklyPence: ANY_RATE }],
    });
    await move.payFourWeekly({ from: day, until: addDays(decidedOn, 28) });
    await move.complete(addDays(decidedOn, 28));
    const startsOn = (expected as Readonly<Record<string, string>>)[day] ?? '';
    moves.push({ caseRef: move.caseRef, figures: { 'case.liability.value.startsOn': startsOn } });
  }
  return moves;
}
