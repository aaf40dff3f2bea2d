import { InvalidSetting } from '../platform/config/environment.js';
import type { Settings } from '../platform/config/settings.js';
import type { DatabaseSettings } from '../platform/persistence/database-settings.js';

/**
 * The database of a process, with the most connections that one of its pools opens.
 *
 * @throws InvalidSetting when events are to be kept where this version cannot: writing them elsewhere would lose them.
 */
export function databaseOf({ databaseUrl, eventStore }: Settings, poolSize: number): DatabaseSettings {
  if (eventStore.engine !== 'postgres') {
    throw new InvalidSetting(
      `EVENT_STORE is ${eventStore.engine}: this version keeps events in PostgreSQL only, so it must be postgres`,
    );
  }
  return { databaseUrl, poolSize };
}
