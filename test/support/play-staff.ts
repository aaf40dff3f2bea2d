import type { ApiClient } from '../../src/dev/examples/api-client.js';
import { systemClock, todayInLondon } from '../../src/kernel/clock.js';
import { staffRefOf } from '../../src/staff/index.js';

/** An account with a right, of an organisation. */
export interface PlayedStaff {
  readonly staff: string;
  readonly grant: string;
}

/** Makes three accounts known to a council and asks for a right for each; the one of the first is granted. */
export async function playStaff(api: ApiClient, issuer: string): Promise<readonly PlayedStaff[]> {
  const as = 'herts-administrator';
  const played: PlayedStaff[] = [];
  for (const subject of ['played-ada', 'played-ben', 'played-cleo']) {
    const account = { issuer, subject };
    const staff = staffRefOf(account);
    await api.command({ as, path: '/v1/staff', body: account, key: `account-${subject}` });
    const { body } = await api.command<{ readonly grant: string }>({
      as,
      path: `/v1/staff/${staff}/rights`,
      body: { role: 'council-finance', from: todayInLondon(systemClock), reason: 'joined-the-team' },
      key: `right-${subject}`,
    });
    played.push({ staff, grant: body.grant });
  }
  const [{ staff, grant }] = played as [PlayedStaff];
  await api.command({
    as: 'herts-second-administrator',
    path: `/v1/staff/${staff}/rights/${grant}/approvals`,
    key: 'right-granted',
  });
  return played;
}
