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
  'open-bridging',
  'extend-bridging',
  'set-award-rate',
  'set-contribution',
  'record-payment',
  'record-contribution-receipt',
  'start-phb-cover',
  'stop-direct-payment',
  'complete-transfer',
  'withdraw',
] as const;

export type Step = (typeof STEPS)[number];

const payments = ['record-payment', 'record-contribution-receipt'] as const;
const money = ['set-award-rate', 'set-contribution', ...payments] as const;
const evidence = ['record-checklist', 'record-fast-track'] as const;
const liability = [
  'decide-eligibility',
  'classify-delay',
  'agree-liability-date',
  'revise-decision',
] as const;
const changeOfFunder = ['start-phb-cover', 'stop-direct-payment'] as const;

/**
 * What may happen next at each stage, a correction of what happened before included. Pages show their buttons by it;
 * each decision still checks for itself, and a test holds the two together.
 */
export const nextSteps = {
  none: ['raise-alert'],
  alerted: ['acknowledge-alert', ...evidence, ...money, 'withdraw'],
  acknowledged: ['acknowledge-alert', ...evidence, ...money, 'withdraw'],
  assessing: ['acknowledge-alert', ...evidence, 'decide-eligibility', ...money, 'withdraw'],
  'not-eligible': [
    'acknowledge-alert',
    ...evidence,
    'decide-eligibility',
    'revise-decision',
    'classify-delay',
    ...money,
    'withdraw',
  ],
  eligible: [
    'acknowledge-alert',
    ...evidence,
    ...liability,
    'open-bridging',
    ...money,
    ...changeOfFunder,
    'withdraw',
  ],
  bridging: [
    'acknowledge-alert',
    ...evidence,
    ...liability,
    'extend-bridging',
    ...money,
    ...changeOfFunder,
    'withdraw',
  ],
  'phb-started': [
    'acknowledge-alert',
    ...evidence,
    ...liability,
    ...money,
    ...changeOfFunder,
    'complete-transfer',
  ],
  complete: [...evidence, ...liability, ...money, ...changeOfFunder],
  withdrawn: payments,
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
        : `${inWords(step)} is not possible while the case is ${stage.replace('-', ' ').replace('phb', 'PHB')}`,
    );
    this.facts = { stage, nextSteps: nextSteps[stage] };
  }
}

function inWords(step: Step): string {
  const words = step.replaceAll('-', ' ').replace('phb', 'PHB');
  return `"${words.charAt(0).toUpperCase()}${words.slice(1)}"`;
}
