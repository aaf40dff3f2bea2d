/** A test that proves a row: its spec, and the beginning of the name that it has there. */
export interface Proof {
  readonly spec: string;
  readonly test: string;
}

/** Something odd that offices enter or leave out, what it does to the money, and the tests that hold it. */
export interface OddInput {
  readonly number: number;
  readonly input: string;
  readonly effect: string;
  readonly proofs: readonly [Proof, ...Proof[]];
}

const proof = (spec: string, test: string): Proof => ({ spec, test });
const inCase = (folder: string, test: string) => proof(`src/transfer-case/domain/${folder}.spec.ts`, test);
const inRecharge = (folder: string, test: string) => proof(`src/recharge/domain/${folder}.spec.ts`, test);
const inWorkforce = (folder: string, test: string) => proof(`src/workforce/domain/${folder}.spec.ts`, test);
const inKernel = (file: string, test: string) => proof(`src/kernel/${file}.spec.ts`, test);

const BRIDGING = 'rules/bridging-recharge';
const CHARGE = 'rules/case-charge';
const CONTINUOUS = 'state-continuous-service/state-continuous-service';
const PAYMENT = 'record-payment/record-payment';

/** What offices enter that is odd, bad or late, by its number. */
export const ODD_INPUTS: readonly OddInput[] = [
  {
    number: 1,
    input: 'A decision is backdated after the recharge was issued',
    effect: 'The day of liability moves, the old version is credited and a new one is worked out and issued',
    proofs: [
      inCase(
        'decide-eligibility/decide-eligibility',
        'put right with an earlier effective day moves the day of liability, however late it is known',
      ),
      inRecharge('calculate/calculate', 'names the version before it and counts what was paid on it'),
      inWorkforce(
        'share-redundancy/share-redundancy',
        're-weighs the days of a backdated liability, and so asks for a new split',
      ),
      inWorkforce(
        'rules/accrued-leave',
        'waits for payroll where the day of liability has moved since the statement (AL-01, odd input 1)',
      ),
      inRecharge(
        CHARGE,
        '1: a decision that was backdated makes the days more and shares a yearly cost anew',
      ),
    ],
  },
  {
    number: 2,
    input: 'Not eligible, and eligible later after a challenge',
    effect: 'Liability runs from the original decision (R4)',
    proofs: [
      inCase('revise-decision/revise-decision', 'makes the NHS body liable from the original decision'),
      inCase(
        'rules/liability',
        'is the day of the original decision when that was revised after a challenge (R4)',
      ),
    ],
  },
  {
    number: 3,
    input: 'Eligible, and overturned later',
    effect: 'Liability ends on the stated day; what was paid stays',
    proofs: [
      inCase(
        'transfer-back/transfer-back',
        'ends liability on the stated day, and begins the way back where the NHS body pays',
      ),
      proof(
        'src/recharge/commands/overturned.spec.ts',
        'leaves what was paid for the days after it paid, in a line of its own, and nothing is returned',
      ),
    ],
  },
  {
    number: 4,
    input: 'Nobody has said why the decision was late',
    effect: 'The days from day 29 are held, and the rest is charged',
    proofs: [
      inCase(
        'rules/liability',
        'holds the days from day 29 while nobody has said whether the delay was justified',
      ),
      inRecharge(BRIDGING, 'with the days that are held, which are in no total'),
    ],
  },
  {
    number: 5,
    input: 'A checklist after the decision, or none on the Fast Track',
    effect: 'Refused, and not asked for on the Fast Track',
    proofs: [
      inCase(
        'record-checklist/record-checklist',
        'is refused with days out of order or in the future, or after the decision',
      ),
      inCase('record-fast-track/record-fast-track', 'needs no checklist'),
    ],
  },
  {
    number: 6,
    input: 'The day of completion of a checklist without the day of its receipt',
    effect: 'Asked for; one day never stands in for the other',
    proofs: [
      proof(
        'src/transfer-case/api/requests/assessment.dto.spec.ts',
        'asks for the day of receipt where only the day of completion is given (odd input 6)',
      ),
    ],
  },
  {
    number: 7,
    input: 'Liability from a day after the start of the budget',
    effect: 'Nothing was bridged, and the case warns',
    proofs: [
      inRecharge(BRIDGING, 'charges nothing when liability starts after the budget (odd input 7)'),
      inRecharge(
        'rules/bridging-warnings',
        'when liability starts after the budget, which bridges nothing (odd input 7)',
      ),
    ],
  },
  {
    number: 8,
    input: 'A budget that starts before the decision',
    effect: 'Refused, unless it was without prejudice',
    proofs: [
      inCase(
        'start-phb-cover/start-phb-cover',
        'from a day before the decision is refused, unless it was without prejudice',
      ),
    ],
  },
  {
    number: 9,
    input: 'A gap: the council stopped early and the budget came late',
    effect: 'No debt from days that nobody paid for; a hazard to look into',
    proofs: [
      inRecharge(
        'rules/bridging-warnings',
        'of the days that nobody paid for, and charges none of them (odd input 9: funding gap)',
      ),
      inCase(
        'rules/funding-timeline',
        'shows a gap when the council stopped before the budget covers the person',
      ),
    ],
  },
  {
    number: 10,
    input: 'An overlap: both bodies paid',
    effect: 'Reclaimed by the council, never recharged',
    proofs: [
      inRecharge(
        'rules/account-reclaim',
        'what was paid for days not owed is reclaimed, never recharged (odd input 10: overlap, both paid)',
      ),
      inCase(
        'rules/funding-timeline',
        'never shows a day of the budget as bridging, though the council paid for it too',
      ),
    ],
  },
  {
    number: 11,
    input: 'Award records that overlap',
    effect:
      'Refused, with both records and their days named; in a history from before the figure waits. The shares of a day are 1 at the most',
    proofs: [
      inCase(
        'dated-record',
        'is refused in words that name both records and the days that both would hold for',
      ),
      inRecharge('rules/recorded-twice', 'make the figure wait, with both sums and the days in the words'),
      inCase(
        'set-joint-package/set-joint-package',
        'refuses shares of a day that come to more than 1 (odd input 11: overlapping award records)',
      ),
    ],
  },
  {
    number: 12,
    input: 'The same payment twice in an import',
    effect: 'An exact copy is left alone; another amount under its reference stops the import',
    proofs: [
      proof(
        'src/transfer-case/commands/import-payments.spec.ts',
        'leaves alone what is there already, in the case or earlier in the file',
      ),
      inCase(PAYMENT, 'is refused when its reference names another payment'),
    ],
  },
  {
    number: 13,
    input: 'A start in the middle of a week',
    effect: 'A seventh of the week for each day',
    proofs: [inRecharge(BRIDGING, 'charges a seventh of the week for each day and rounds the line half up')],
  },
  {
    number: 14,
    input: 'A change of rate within bridging',
    effect: 'A line of its own from the day of the change',
    proofs: [inRecharge(BRIDGING, 'starts a new line where the rate changes')],
  },
  {
    number: 15,
    input: 'An uplift that is entered late',
    effect: 'Counted from the day of its effect, with a line of its own',
    proofs: [
      inRecharge(
        'rules/late-uplift',
        'counts from the day of its effect and adds a line there, whenever it was entered (odd input 15)',
      ),
      inRecharge(
        CHARGE,
        '15: a rise that is entered late is dated from the day it runs from, and adds a line',
      ),
    ],
  },
  {
    number: 16,
    input: 'A rate below the contribution',
    effect: 'Nothing net, and a contribution of no more than the cost',
    proofs: [
      inRecharge(BRIDGING, 'never come to more than the cost of the package'),
      inRecharge(CHARGE, '16: a contribution above the rate leaves nothing net and is limited to the cost'),
    ],
  },
  {
    number: 17,
    input: 'A contribution that was changed, waived, unpaid or overpaid',
    effect: 'Refunded as far as it was received',
    proofs: [
      inRecharge(BRIDGING, 'are charged as far as they were paid, refunded, and cancelled for the rest'),
      inRecharge(BRIDGING, 'are refunded as received, but what was overpaid is no cost of the service'),
      inRecharge(
        'rules/recharge-arithmetic',
        'follows what was assessed where that changed within the receipt',
      ),
    ],
  },
  {
    number: 18,
    input: 'A one-off payment',
    effect: 'Borne by the table of the agreement, by days of benefit or by the day on which it was bought',
    proofs: [
      inCase(
        'record-one-off/record-one-off',
        'keeps what was bought, when, for which days, and who approved it before',
      ),
      inRecharge('rules/recharge-arithmetic', 'is shared by the days of benefit, 29 February among them'),
      inRecharge(CHARGE, '18: a one-off payment is borne by the table of the agreement'),
    ],
  },
  {
    number: 19,
    input: 'A payment of zero or below, or a reversal',
    effect: 'Only as the mirror of the payment that it takes back',
    proofs: [
      inCase(PAYMENT, 'below zero takes one payment back in full, once'),
      inCase(PAYMENT, 'below zero is refused unless it mirrors the payment that it names'),
      inCase(PAYMENT, 'is refused at zero, in the future, for no days and without a reference'),
      inRecharge(CHARGE, '19: a one-off payment that was taken back makes no line'),
    ],
  },
  {
    number: 20,
    input: 'Eight weeks of bridging have passed',
    effect: 'Payment and liability go on; a missing approval is a reason for a query',
    proofs: [
      inRecharge(
        'rules/bridging-past-review',
        'is charged to the eve of the cover, extended or not (odd input 20)',
      ),
      inRecharge(
        'rules/bridging-past-review',
        'may be queried for want of an approval, which changes no figure by itself (odd input 20)',
      ),
      inCase('rules/deadlines', 'move the bridging review on with each extension'),
    ],
  },
  {
    number: 21,
    input: '29 February, and years of 366 days',
    effect: 'The real calendar throughout',
    proofs: [
      inWorkforce(
        'rules/statutory-redundancy',
        'counts both end days, and lets the years of a 29 February starter end on 28 February',
      ),
      inWorkforce('rules/accrued-leave', 'counts a leave year with a 29 February as 366 days'),
      inKernel('plain-date', 'knows the leap years of the century'),
    ],
  },
  {
    number: 22,
    input: 'A change of the clocks, and times near midnight',
    effect: 'Civil days in London; no time of day reaches money',
    proofs: [
      inKernel('plain-date', 'counts whole days over both changes of the clocks'),
      inKernel('plain-date', 'today in London'),
    ],
  },
  {
    number: 23,
    input: 'A death in bridging',
    effect: 'The day of death is the last that is charged',
    proofs: [
      inRecharge(BRIDGING, 'charges the day of death and no day after it (odd input 23: death in bridging)'),
      inCase(
        'rules/funding-timeline',
        'ends with the day of death, which is still bridged (odd input 23: death in bridging)',
      ),
    ],
  },
  {
    number: 24,
    input: 'A death that is recorded late or in error',
    effect: 'Counted from its own day, or taken back by a correction that restores the case',
    proofs: [
      inCase(
        'record-death/record-death',
        'restores the case as it was (odd input 24: a death recorded in error)',
      ),
      inRecharge(
        BRIDGING,
        'accepts liability that is wholly in the past, because the person died before the decision',
      ),
    ],
  },
  {
    number: 25,
    input: 'A move to another ICB, or a GP registration that lags behind the move',
    effect: 'Each NHS body owes for its own days, split on the day of the registration',
    proofs: [
      inRecharge(
        'rules/two-nhs-bodies',
        'owe for their own days, split on the day of the GP registration (odd input 25, BR-09)',
      ),
      inCase('rules/funding-timeline', 'is cut where another NHS body is responsible (odd input 25)'),
    ],
  },
  {
    number: 26,
    input: 'Two ICBs that both deny',
    effect: 'An interim payer is agreed, and the lines are parked',
    proofs: [
      inRecharge(
        'rules/two-nhs-bodies',
        'that both deny have the lines parked, in no total, until they settle it (odd input 26)',
      ),
      inCase('rules/funding-timeline', 'names no liable body while NHS bodies dispute it (odd input 26)'),
    ],
  },
  {
    number: 27,
    input: 'An ICB that was split or merged',
    effect: 'The successor where there is one; a choice where there are several, never a guess',
    proofs: [
      proof(
        'src/agreement/domain/organisation-directory.spec.ts',
        'waits for a choice after the board of %s was split',
      ),
      inRecharge(BRIDGING, 'for the body that was liable, where one was split'),
      inWorkforce(
        'rules/answering-bodies',
        'is never guessed where a body was split: the chain ends at the last one before it',
      ),
    ],
  },
  {
    number: 28,
    input: 'The code of a CCG on a day from 1 July 2022',
    effect: 'Refused as a body in law, with the name of the ICB of that day',
    proofs: [
      inCase(
        'raise-alert/raise-alert',
        'names the body of that day for a code that is no longer a legal body',
      ),
      inCase('raise-alert/raise-alert', 'is refused for the location of an ICB'),
    ],
  },
  {
    number: 29,
    input: 'A representative who replaces the person as the employer',
    effect: 'Service starts anew unless the Act keeps it: an adviser rules, with both readings shown',
    proofs: [
      inWorkforce(CONTINUOUS, 'settles a break or a new employer only with a typed ruling'),
      inWorkforce('rules/redundancy-assessment', 'another employer'),
    ],
  },
  {
    number: 30,
    input: 'A representative who employs the PA, and a person who dies',
    effect: 'The employer lives: an ordinary redundancy with notice',
    proofs: [
      inWorkforce(
        'rules/representative-employer',
        'lives on as the employer: an ordinary redundancy with notice, not the end by a death (odd input 30)',
      ),
    ],
  },
  {
    number: 31,
    input: 'A job that began before any public funding',
    effect: 'Left out of the division, or the employer’s own share',
    proofs: [
      inWorkforce(
        'rules/redundancy-split',
        'leaves self-funded time out, or makes it the employer’s own share',
      ),
    ],
  },
  {
    number: 32,
    input: 'A PA who works for two people',
    effect: 'A contract, and so a service, for each employer',
    proofs: [
      proof(
        'src/workforce/commands/employment-id.spec.ts',
        'is one for each employer, for a PA who works for two people (odd input 32)',
      ),
    ],
  },
  {
    number: 33,
    input: 'A start of the contract that is not known, or estimated',
    effect:
      'The split by the earliest and by the latest day are shown, and nothing is final until one is found',
    proofs: [
      inWorkforce(CONTINUOUS, 'records two days while it is open, and one once an adviser ruled'),
      proof(
        'src/workforce/projections/redundancy-cost-split/project.spec.ts',
        'shows the split of each reading where an adviser has to choose, and shares nothing until then',
      ),
      inWorkforce(
        CONTINUOUS,
        'takes a found start, or the first day of a contract of employment, without one',
      ),
    ],
  },
  {
    number: 34,
    input: 'A break of more than a week',
    effect: 'Whether service goes on across it needs a typed ruling',
    proofs: [inWorkforce(CONTINUOUS, 'settles a break or a new employer only with a typed ruling')],
  },
  {
    number: 35,
    input: 'Self-employed at first, employed later',
    effect: 'Service from the first day of the contract of employment, which is one day',
    proofs: [
      inWorkforce(
        CONTINUOUS,
        'takes a found start, or the first day of a contract of employment, without one',
      ),
      inWorkforce(
        CONTINUOUS,
        'refuses days out of order, after the last day, and an open day for a contract of employment',
      ),
    ],
  },
  {
    number: 36,
    input: 'A PA of the family',
    effect: 'No right where the Act says so, and an adviser where it may',
    proofs: [inWorkforce('rules/redundancy-eligibility', 'looks at what the PA is to the employer: %s')],
  },
  {
    number: 37,
    input: 'A job that ends just short of two years, or across 6 April',
    effect: 'To the day: both end days count, and so does notice that was not served',
    proofs: [
      inWorkforce('rules/unserved-notice', 'may reach two years by a week’s notice that was not given'),
      inWorkforce('rules/unserved-notice', 'is for an adviser where the notice crosses a change of the cap'),
    ],
  },
  {
    number: 38,
    input: 'An insurer that pays later, less or more',
    effect: 'What is left is shared anew, and is never below nothing',
    proofs: [
      inWorkforce(
        'share-redundancy/share-redundancy',
        'is shared anew, under a new reference, when the insurer pays later',
      ),
      inWorkforce(
        'rules/redundancy-split',
        'shares nothing when insurance and reserves cover the payment, even if they pay more',
      ),
    ],
  },
  {
    number: 39,
    input: 'Leave that was over-taken, or a leave year that ends within bridging',
    effect: 'The negative balance is settled; the old year is closed and a new one begins',
    proofs: [
      inWorkforce('rules/opening-leave', 'is settled with its negative balance, and a new one begins'),
    ],
  },
  {
    number: 40,
    input: 'A joint package in fixed pounds',
    effect: 'The fixed sum for the one, and the remainder for the other',
    proofs: [
      inRecharge(
        'rules/joint-package',
        'a body may bear fixed pounds a week, with the remainder to the other (odd input 40)',
      ),
    ],
  },
  {
    number: 41,
    input: 'A person who refuses a direct payment of the NHS and chooses an agency or a notional budget',
    effect:
      'The choice is a fact of the case, and its figures warn that the PAs may be redundant or move; redundancy is then shared',
    proofs: [
      inCase(
        'choose-budget-form/choose-budget-form',
        'The person’s choice of how the budget is held (odd input 41: notional budget or agency)',
      ),
      inRecharge(
        'rules/bridging-warnings',
        'that the PAs may be redundant once the person chose a notional budget or an agency (odd input 41)',
      ),
      proof(
        'src/workforce/commands/employments.spec.ts',
        'share a redundancy by what the streams of the job and of its case say',
      ),
      inWorkforce('rules/redundancy-assessment', 'another employer'),
    ],
  },
  {
    number: 42,
    input: 'The person declines NHS Continuing Healthcare',
    effect: 'No liability from that day, and a flag that the duty of the council is not clear',
    proofs: [
      inRecharge(
        BRIDGING,
        'charges no day from the one on which the person declines NHS care (odd input 42)',
      ),
      inRecharge(
        'rules/bridging-warnings',
        'that the duty of the council is not clear once the person declined (odd input 42)',
      ),
    ],
  },
  {
    number: 43,
    input: 'A stay in hospital across the day of transfer',
    effect: 'The council’s rule to the day before, the NHS body’s from then on',
    proofs: [
      proof(
        'src/hospital/domain/rules/hospital-funding.spec.ts',
        'A stay in hospital that crosses the transfer (odd input 43)',
      ),
      inRecharge(
        'rules/suspension',
        'follow the council’s rule to the day before the budget covers the person (odd input 43: hospital spell across the transfer)',
      ),
    ],
  },
  {
    number: 44,
    input: 'The wrong person, or a second case of the same person',
    effect:
      'A second live case is refused; a wrong or second one is merged into the one that goes on, owes nothing, and keeps its history',
    proofs: [
      inCase(
        'merge-case/merge-case',
        'Merging a case into another (odd input 44: wrong person or duplicate case)',
      ),
      inCase(
        'case-register/claim-reference',
        'is let go of by a case that was merged (odd input 44), and by no other',
      ),
      inRecharge(
        'rules/case-charge',
        'is nothing, and known to be, for a case that was merged, whatever was paid on it (odd input 44)',
      ),
      proof('src/recharge/commands/recharges.spec.ts', 'merge a case (odd input 44: duplicate case)'),
      proof(
        'src/transfer-case/commands/raise-alert.spec.ts',
        'is refused while the person has a live case with the body or one that it took over from',
      ),
      inCase('withdraw/withdraw', 'ends the case with a reason'),
    ],
  },
  {
    number: 45,
    input: 'A fact that arrives out of order, or after closure',
    effect:
      'Taken with the time at which it was known; a closed case is reopened, and what was issued is credited and made anew',
    proofs: [
      inCase('reopen-case/reopen-case', 'Reopening a case (odd input 45: a fact arrives after closure)'),
      proof(
        'src/recharge/commands/recharges.spec.ts',
        'leave an issued recharge as it is when a case is reopened: a new version follows its credit (odd input 45)',
      ),
      inCase(PAYMENT, 'goes on after the transfer is complete, and after it is withdrawn'),
      inCase(
        'start-phb-cover/start-phb-cover',
        'said again is silence, said otherwise is refused unless it corrects, even after completion',
      ),
      proof(
        'test/properties/known-before.spec.ts',
        'is the same to the byte whatever is recorded later, of any day',
      ),
    ],
  },
  {
    number: 46,
    input: 'A claim for payments that are older than six years',
    effect: 'A warning, and no bar',
    proofs: [
      inRecharge(
        BRIDGING,
        'names the payments for its days, and until when a claim for the oldest can be made',
      ),
    ],
  },
  {
    number: 47,
    input: 'Money in pence for pounds, with a comma, as a float or as no number',
    effect: 'Refused: whole pence within, pounds with two decimals as text on the wire',
    proofs: [
      inKernel('pence', 'refuses %p rather than guessing what was meant'),
      inKernel('fraction', 'refuses a float'),
      proof('src/platform/http/wire/wire.spec.ts', 'is pounds as text and comes back to the penny'),
      proof('src/platform/imports/csv.spec.ts', 'is pounds with two decimals, to the penny'),
    ],
  },
];
