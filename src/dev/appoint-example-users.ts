import type { INestApplicationContext } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { systemClock, todayInLondon } from '../kernel/clock.js';
import type { PlainDate } from '../kernel/plain-date.js';
import { RIGHTS, type Rights } from '../platform/access/rights.js';
import { isApprover } from '../platform/access/roles.js';
import { EVENT_STORE, type EventStore } from '../platform/event-store/event-store.js';
import { appointAsOperator, staffRefOf, StaffRightsQuery } from '../staff/index.js';
import { ApiClient } from './examples/api-client.js';
import { exampleUsers, type ExampleUser } from './example-users.js';

export interface AppointExampleUsersOptions {
  readonly app: INestApplicationContext;
  readonly address: string;
  readonly issuer: string;
  readonly tokenOf: (user: string) => Promise<string>;
  readonly say: (line: string) => void;
}

const REASON = 'example-user';

/**
 * Gives the example users their rights, as an operator and the administrators of each body would: the operator appoints two
 * administrators, one of them requests each further right, and the other grants it. Whoever may do something already is left
 * alone, so a start that was interrupted is finished by the next one.
 */
export async function appointExampleUsers(options: AppointExampleUsersOptions): Promise<void> {
  const { app, address, issuer, tokenOf, say } = options;
  const api = new ApiClient(address, tokenOf);
  const missing: ExampleUser[] = [];
  for (const user of exampleUsers) if (!(await hasRights(app, issuer, user))) missing.push(user);
  if (missing.length === 0) return;
  say('Giving the example users their rights …');
  const today = todayInLondon(systemClock);
  for (const user of missing.filter(isAdministrator)) await appoint(app, issuer, user, today);
  for (const user of missing.filter((each) => !isAdministrator(each))) await give(api, issuer, user, today);
}

const isAdministrator = ({ roles }: ExampleUser) => roles.includes('administrator');

async function hasRights(
  app: INestApplicationContext,
  issuer: string,
  { id: subject, organisation }: ExampleUser,
): Promise<boolean> {
  const rights = app.get<Rights>(RIGHTS, { strict: false });
  const { principal } = await rights.of({ issuer, subject, organisation, claimedRoles: [] });
  return principal.roles.length > 0;
}

async function appoint(
  app: INestApplicationContext,
  issuer: string,
  { id, organisation }: ExampleUser,
  today: PlainDate,
): Promise<void> {
  const query = new StaffRightsQuery(app.get(DataSource));
  const administrators = await query.countAdministrators(organisation, issuer, today);
  const account = { issuer, subject: id };
  const store = app.get<EventStore>(EVENT_STORE, { strict: false });
  await appointAsOperator(store, { account, organisation, reasonCode: REASON, administrators, today });
}

async function give(
  api: ApiClient,
  issuer: string,
  { id, organisation, roles }: ExampleUser,
  today: PlainDate,
): Promise<void> {
  const [one, other] = exampleUsers.filter(
    (user) => isAdministrator(user) && user.organisation === organisation,
  );
  if (one === undefined || other === undefined) throw new Error(`${organisation} has no two administrators`);
  const account = { issuer, subject: id };
  const path = `/v1/staff/${staffRefOf(account)}/rights`;
  const key = (what: string) => `${what}-${id}-${today}`;
  await api.command({ as: one.id, path: '/v1/staff', body: account, key: key('account') });
  for (const role of roles) {
    const { body } = await api.command<{ grant: string }>({
      as: one.id,
      path,
      body: {
        role,
        from: today,
        reason: REASON,
        ...(isApprover(role) && { withoutApprovalLimit: true }),
      },
      key: key(role),
    });
    await api.command({ as: other.id, path: `${path}/${body.grant}/approvals`, key: key(`${role}-granted`) });
  }
}
