import type { MigrationClass } from '../migration-class.js';
import { CreatePersonKeys1790001001000 } from './1790001001000-person-keys.js';
import { GrantPersonKeys1790001301000 } from './1790001301000-person-key-rights.js';
import { CreateIndexKeys1790002401000 } from './1790002401000-index-keys.js';

/** The migrations of the database of people's keys, which is another one where PEOPLE_KEYS_DATABASE_URL says so. */
export const peopleKeysMigrations: readonly MigrationClass[] = [
  CreatePersonKeys1790001001000,
  GrantPersonKeys1790001301000,
  CreateIndexKeys1790002401000,
];
