import type { CaseAnswer } from '../../transfer-case/index.js';
import type { Command } from './command.js';

const inGroup = (group: string, commands: readonly Omit<Command, 'group'>[]): readonly Command[] =>
  commands.map((command) => ({ ...command, group }));

/** What can be done to a case. */
export const caseCommands: readonly Command[] = [
  ...inGroup('The alert and the assessment', [
    { step: 'acknowledge-alert', path: 'acknowledgements', text: 'Acknowledge the alert' },
    { step: 'record-checklist', path: 'checklists', text: 'Record the Checklist' },
    { step: 'record-fast-track', path: 'fast-tracks', text: 'Record a Fast Track' },
    { step: 'decide-eligibility', path: 'eligibility-decisions', text: 'Record the eligibility decision' },
    { step: 'revise-decision', path: 'decision-revisions', text: 'Revise the decision' },
    { step: 'classify-delay', path: 'delay-classifications', text: 'Say whose delay it was' },
    { step: 'agree-liability-date', path: 'liability-agreements', text: 'Agree the day of liability' },
  ]),
  ...inGroup('Bridging and the change of funder', [
    { step: 'open-bridging', path: 'bridging', text: 'Open bridging' },
    { step: 'extend-bridging', path: 'bridging-extensions', text: 'Extend bridging' },
    {
      step: 'change-agreement',
      path: 'agreement-changes',
      text: 'Sign for another version of the agreement',
    },
    { step: 'start-phb-cover', path: 'phb-cover', text: 'Record the start of the personal health budget' },
    { step: 'choose-budget-form', path: 'budget-form', text: 'Record the form of the budget' },
    { step: 'stop-direct-payment', path: 'direct-payment-stop', text: 'Stop the direct payment' },
    { step: 'complete-transfer', path: 'completion', text: 'Complete the transfer' },
  ]),
  ...inGroup('PAs', [{ path: 'employments', text: 'Record a PA' }]),
  ...inGroup('Rates and payments', [
    { step: 'set-award-rate', path: 'award-rates', text: 'Set the direct payment rate' },
    { step: 'set-contribution', path: 'contributions', text: 'Set the contribution' },
    { step: 'set-joint-package', path: 'joint-packages', text: 'Set the joint package' },
    { step: 'record-suspension', path: 'suspensions', text: 'Record a suspension' },
    { step: 'record-payment', path: 'payments', text: 'Record a payment' },
    {
      step: 'record-contribution-receipt',
      path: 'contribution-receipts',
      text: 'Record a contribution received',
    },
    { step: 'record-one-off', path: 'one-offs', text: 'Record a one-off payment' },
  ]),
  ...inGroup('The account of the direct payment', [
    { step: 'state-opening-balance', path: 'opening-balance', text: 'State the opening balance' },
    { step: 'close-account', path: 'account-close', text: 'Close the account' },
    { step: 'reclaim-balance', path: 'balance-reclaim', text: 'Record the balance reclaimed' },
  ]),
  ...inGroup('The person', [
    { step: 'change-area', path: 'area-changes', text: 'Record a change of area' },
    { step: 'agree-interim-payer', path: 'interim-payer', text: 'Agree who pays meanwhile' },
    { step: 'decline-chc', path: 'chc-refusal', text: 'Record that NHS funding was declined' },
    { step: 'record-death', path: 'death', text: 'Record that the person has died' },
    { step: 'retract-death', path: 'death-retractions', text: 'Take back a death recorded wrongly' },
  ]),
  ...inGroup('The way back to the council', [
    { step: 'record-eligibility-loss', path: 'eligibility-loss', text: 'Record that eligibility was lost' },
    {
      step: 'overturn-eligibility',
      path: 'eligibility-overturned',
      text: 'Record that eligibility was overturned',
    },
    { step: 'set-council-budget', path: 'council-budgets', text: 'Set the council budget' },
    { step: 'set-phb-rate', path: 'phb-rates', text: 'Set the personal health budget rate' },
    { step: 'start-council-cover', path: 'council-cover', text: 'Record the start of council cover' },
  ]),
  ...inGroup('The case', [
    { step: 'assign-case', path: 'assignments', text: 'Say who works the case' },
    { step: 'unassign-case', path: 'assignment-ends', text: 'Leave nobody with the case' },
    { step: 'withdraw', path: 'withdrawal', text: 'Withdraw the alert' },
    { step: 'reopen-case', path: 'reopenings', text: 'Reopen the case' },
    { step: 'merge-case', path: 'merger', text: 'Merge into another case' },
  ]),
];

/** The same for one case: what somebody has asked for already, a second person agrees to. */
export function caseCommandsOn({
  reopeningRequest,
}: Pick<CaseAnswer['facts'], 'reopeningRequest'>): readonly Command[] {
  if (reopeningRequest === undefined) return caseCommands;
  return caseCommands.map((command) =>
    command.step === 'reopen-case' ? { ...command, text: 'Agree to reopen the case' } : command,
  );
}

/** The route of a command of a case in the API description. */
export function caseCommandRoute(path: string): string {
  return `/v1/transfer-cases/{caseRef}/${path}`;
}
