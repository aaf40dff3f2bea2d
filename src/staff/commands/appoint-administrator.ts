import { organisationDirectory } from '../../agreement/index.js';
import type { PlainDate } from '../../kernel/plain-date.js';
import { FieldRefused } from '../../kernel/refusal.js';
import type { Account } from '../../platform/access/principal.js';
import { derivedId } from '../../platform/event-store/derived-id.js';
import type { EventStore } from '../../platform/event-store/event-store.js';
import { appointAdministrator } from '../domain/appoint-administrator/appoint-administrator.decision.js';
import { StaffMembers } from './staff-members.js';
import { staffRefOf } from './staff-ref.js';

export interface AppointmentWanted {
  readonly account: Account;
  readonly organisation: string;
  readonly reasonCode: string;
  /** How many administrators of the same issuer the organisation has today; nobody else may appoint one meanwhile. */
  readonly administrators: number;
  readonly today: PlainDate;
}

/** Who appoints: whoever may use the operator's commands on the product's own database. */
export const OPERATOR = { id: 'operator', role: 'operator' } as const;

/**
 * Appoints an administrator as the operator. It is no command of the API, so that nobody can come by it over the network.
 *
 * @returns the staff reference
 * @throws FieldRefused when no body has the code of the organisation; and what `appointAdministrator` throws.
 */
export async function appointAsOperator(store: EventStore, wanted: AppointmentWanted): Promise<string> {
  const { account, organisation, ...rest } = wanted;
  if (organisationDirectory.find(organisation) === undefined) {
    throw new FieldRefused(
      '/organisation',
      'unknown-organisation',
      `No body with the code ${organisation} is known`,
    );
  }
  const staff = staffRefOf(account);
  const members = new StaffMembers(store);
  const { revision } = await members.streams.load(staff);
  // The same appointment on the same history is one command, whoever repeats it after a lost answer.
  const commandId = derivedId('appointment', staff, organisation, revision);
  const { issuer, subject } = account;
  await members.streams.transact(
    staff,
    appointAdministrator({ staff, issuer, subject, organisation, ...rest }),
    {
      actor: { ...OPERATOR, organisation },
      commandId,
      correlationId: commandId,
      causationId: commandId,
    },
  );
  return staff;
}
