import type { RightStep } from '../../staff/index.js';

/** Something that an administrator does to an account or to one of its rights. */
export interface StaffCommand {
  /** The end of the form's address. */
  readonly path: string;
  /** The end of the command's address in the API. */
  readonly address: string;
  readonly text: string;
  /** What the button says. */
  readonly button: string;
  /** What it leads to, before it is done. */
  readonly warning: string;
}

/** What is done to an account. */
export const accountCommands: readonly StaffCommand[] = [
  {
    ...{ path: 'rights', address: 'rights', text: 'Request a right', button: 'Request the right' },
    warning: 'Nothing can be done by it until another administrator has granted it.',
  },
  {
    ...{
      path: 'session-ends',
      address: 'session-ends',
      text: 'End all sessions',
      button: 'End the sessions',
    },
    warning: 'Whoever uses the account has to sign in again. Its rights stay.',
  },
  {
    ...{ path: 'same-person', address: 'same-person', text: 'Record whose other account it is' },
    button: 'Record',
    warning:
      'Each account keeps its own rights. What takes two people is refused to two accounts of one person.',
  },
  {
    ...{ path: 'withdrawals', address: 'same-person/withdrawals', text: 'Record as a person of its own' },
    button: 'Record',
    warning: 'From then on the two accounts count as two people.',
  },
];

/** What is done to a right, by its step in the table of stages. */
export const rightCommands: readonly (StaffCommand & { readonly step: RightStep })[] = [
  {
    ...{ path: 'approvals', address: 'approvals', text: 'Grant the right', button: 'Grant the right' },
    warning: 'It counts from its first day on.',
    step: 'grant',
  },
  {
    ...{ path: 'refusals', address: 'refusals', text: 'Refuse the right', button: 'Refuse the right' },
    warning: 'It can be requested again.',
    step: 'refuse',
  },
  {
    ...{ path: 'ends', address: 'ends', text: 'End the right', button: 'End the right' },
    warning: 'Without a last day it ends at once: nothing can be done by it from the next request on.',
    step: 'end',
  },
];

/** The route of a command of an account in the API description. */
export function accountCommandRoute(address: string): string {
  return `/v1/staff/{staffRef}/${address}`;
}

/** The route of a command of a right in the API description. */
export function rightCommandRoute(address: string): string {
  return `/v1/staff/{staffRef}/rights/{grant}/${address}`;
}
