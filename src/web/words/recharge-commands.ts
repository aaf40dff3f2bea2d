import type { RechargeStep } from '../../recharge/index.js';

/** Something that is done to a whole recharge: its step in the stage table, the end of its address in the API, and its words. */
export interface RechargeCommand {
  readonly step: RechargeStep;
  readonly path: string;
  readonly text: string;
  /** What the button says that sends it. */
  readonly button: string;
  /** What a page says once it is recorded. */
  readonly done: string;
  /** Whose it is: of the body that paid and is owed, or of the one that owes. */
  readonly side: 'creditor' | 'debtor';
  /** Said before what cannot be undone. */
  readonly warning?: string;
}

/** What is done to one line, on the page of the line. */
export interface LineCommand extends Pick<RechargeCommand, 'step' | 'done'> {
  /** After `lines/{line}/`. */
  readonly path: string;
}

export const rechargeCommands: readonly RechargeCommand[] = [
  {
    step: 'approve',
    path: 'approvals',
    text: 'Approve the recharge',
    button: 'Approve',
    done: 'The recharge is approved.',
    side: 'creditor',
    warning: 'You release the sum to be issued to the other body. Look at each line and its evidence first.',
  },
  {
    step: 'issue',
    path: 'issues',
    text: 'Issue the recharge',
    button: 'Issue',
    done: 'The recharge is issued.',
    side: 'creditor',
    warning:
      'An issued recharge never changes. What turns out wrong after this has to be credited as a whole.',
  },
  {
    step: 'recalculate',
    path: 'recalculations',
    text: 'Work it out anew',
    button: 'Work it out anew',
    done: 'The recharge was worked out from today’s facts.',
    side: 'creditor',
    warning: 'It is worked out from today’s facts of the case. An approval lapses when the figures change.',
  },
  {
    step: 'pay',
    path: 'payments',
    text: 'Record a payment',
    button: 'Record the payment',
    done: 'The payment is recorded.',
    side: 'debtor',
  },
  {
    step: 'credit',
    path: 'credits',
    text: 'Credit the recharge',
    button: 'Send',
    done: 'The request to credit the recharge is recorded.',
    side: 'creditor',
    warning:
      'The whole recharge is taken back once two people of your body have given the same reason. It cannot be undone.',
  },
  {
    step: 'withdraw',
    path: 'withdrawal',
    text: 'Withdraw the recharge',
    button: 'Withdraw',
    done: 'The recharge is withdrawn.',
    side: 'creditor',
    warning: 'A withdrawn recharge cannot be taken up again. A new one can be worked out.',
  },
];

export const lineCommands: Readonly<Record<'accept' | 'query', LineCommand>> = {
  accept: { step: 'accept-line', path: 'acceptances', done: 'The line is accepted.' },
  query: { step: 'query-line', path: 'queries', done: 'The query is recorded.' },
};

/** The route of a command in the API description. */
export function rechargeRoute(path: string): string {
  return `/v1/recharges/{rechargeRef}/${path}`;
}

export function lineRoute(path: string): string {
  return rechargeRoute(`lines/{line}/${path}`);
}

/** The address of a recharge in the API. */
export function rechargeAddress(rechargeRef: string): string {
  return `/v1/recharges/${encodeURIComponent(rechargeRef)}`;
}
