import { Refusal } from '../../kernel/refusal.js';
import type { TransferCase } from './case-record.js';

/** Everything that can be done to a case, by the name of its decision. */
export const STEPS = [
  'raise-alert',
  'acknowledge-alert',
  'record-checklist',
  'record-fast-track',
  'decide-eligibility',
  'revise-decision',
  'classify-delay',
  'agree-liability-date',
  'change-agreement',
  'open-bridging',
  'extend-bridging',
  'set-award-rate',
  'set-contribution',
  'set-joint-package',
  'record-suspension',
  'record-payment',
  'record-contribution-receipt',
  'record-one-off',
  'state-opening-balance',
  'close-account',
  'reclaim-balance',
  'start-phb-cover',
  'stop-direct-payment',
  'change-area',
  'agree-interim-payer',
  'record-death',
  'retract-death',
  'decline-chc',
  'record-eligibility-loss',
  'overturn-eligibility',
  'set-council-budget',
  'set-phb-rate',
  'start-council-cover',
  'choose-budget-form',
  'complete-transfer',
  'withdraw',
  'reopen-case',
  'merge-case',
  'assign-case',
  'unassign-case',
] as const;

export type Step = (typeof STEPS)[number];

const account = ['record-one-off', 'state-opening-balance', 'close-account', 'reclaim-balance'] as const;
const payments = ['record-payment', 'record-contribution-receipt', ...account] as const;
const endOfEligibility = ['record-eligibility-loss', 'overturn-eligibility'] as const;
const wayBack = [...endOfEligibility, 'set-council-budget', 'set-phb-rate', 'start-council-cover'] as const;
const money = [
  'set-award-rate',
  'set-contribution',
  'set-joint-package',
  'record-suspension',
  ...payments,
] as const;
const evidence = ['record-checklist', 'record-fast-track'] as const;
const liability = [
  'decide-eligibility',
  'classify-delay',
  'agree-liability-date',
  'revise-decision',
] as const;
/** A move or a death may be heard of at any time, and be said of the wrong person. */
const ofThePerson = ['change-area', 'agree-interim-payer', 'record-death', 'retract-death'] as const;
/** Somebody works a case for as long as anything can be recorded on it. */
const assignment = ['assign-case', 'unassign-case'] as const;
const changeOfFunder = ['start-phb-cover', 'stop-direct-payment'] as const;

/**
 * What may happen next at each stage, a correction of what happened before included. Pages show their buttons by it;
 * each decision still checks for itself, and a test holds the two together.
 */
export const nextSteps = {
  none: ['raise-alert'],
  alerted: [
    'acknowledge-alert',
    ...evidence,
    ...money,
    ...ofThePerson,
    'withdraw',
    'merge-case',
    ...assignment,
  ],
  acknowledged: [
    'acknowledge-alert',
    ...evidence,
    ...money,
    ...ofThePerson,
    'withdraw',
    'merge-case',
    ...assignment,
  ],
  assessing: [
    'acknowledge-alert',
    ...evidence,
    'decide-eligibility',
    ...money,
    ...ofThePerson,
    'decline-chc',
    'withdraw',
    'merge-case',
    ...assignment,
  ],
  'not-eligible': [
    'acknowledge-alert',
    ...evidence,
    'decide-eligibility',
    'revise-decision',
    'classify-delay',
    ...money,
    ...ofThePerson,
    'withdraw',
    'merge-case',
    ...assignment,
  ],
  eligible: [
    'acknowledge-alert',
    ...evidence,
    ...liability,
    'open-bridging',
    ...money,
    ...changeOfFunder,
    ...ofThePerson,
    'decline-chc',
    ...endOfEligibility,
    'withdraw',
    'choose-budget-form',
    'merge-case',
    ...assignment,
  ],
  bridging: [
    'acknowledge-alert',
    ...evidence,
    ...liability,
    'extend-bridging',
    'change-agreement',
    ...money,
    ...changeOfFunder,
    ...ofThePerson,
    'decline-chc',
    ...endOfEligibility,
    'withdraw',
    'choose-budget-form',
    'merge-case',
    ...assignment,
  ],
  'phb-started': [
    'acknowledge-alert',
    'change-agreement',
    ...evidence,
    ...liability,
    ...money,
    ...changeOfFunder,
    ...ofThePerson,
    'decline-chc',
    ...endOfEligibility,
    'set-phb-rate',
    'complete-transfer',
    'choose-budget-form',
    'merge-case',
    ...assignment,
  ],
  complete: [
    'change-agreement',
    ...evidence,
    ...liability,
    ...money,
    ...changeOfFunder,
    ...ofThePerson,
    'decline-chc',
    ...endOfEligibility,
    'set-phb-rate',
    'choose-budget-form',
    'reopen-case',
    'merge-case',
    ...assignment,
  ],
  'transferring-back': [
    'change-agreement',
    ...evidence,
    ...liability,
    ...money,
    ...changeOfFunder,
    ...ofThePerson,
    'decline-chc',
    ...wayBack,
    'merge-case',
    ...assignment,
  ],
  'back-with-council': [
    'change-agreement',
    ...evidence,
    ...liability,
    ...money,
    ...changeOfFunder,
    ...ofThePerson,
    'decline-chc',
    ...wayBack,
    'merge-case',
    ...assignment,
  ],
  withdrawn: [...payments, ...ofThePerson, 'reopen-case', 'merge-case', ...assignment],
  merged: [],
} as const satisfies Record<TransferCase['stage'], readonly Step[]>;

/** The case is not at a stage at which this may happen. */
export class CaseNotReady extends Refusal {
  override readonly name = 'CaseNotReady';
  readonly code = 'case-not-ready';
  readonly kind = 'conflict';
  override readonly facts: { readonly stage: TransferCase['stage']; readonly nextSteps: readonly Step[] };

  constructor(
    readonly step: Step,
    readonly stage: TransferCase['stage'],
  ) {
    super(
      stage === 'none'
        ? `${inWords(step)} needs a case, and no alert has been raised`
        : `${inWords(step)} is not possible while the case is ${stage.replaceAll('-', ' ').replace('phb', 'PHB')}`,
    );
    this.facts = { stage, nextSteps: nextSteps[stage] };
  }
}

function inWords(step: Step): string {
  const words = step.replaceAll('-', ' ').replace('phb', 'PHB').replace('chc', 'CHC');
  return `"${words.charAt(0).toUpperCase()}${words.slice(1)}"`;
}
