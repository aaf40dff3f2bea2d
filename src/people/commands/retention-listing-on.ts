import type { DataSource } from 'typeorm';
import type { Clock } from '../../kernel/clock.js';
import { AccessLog } from '../../platform/access-log/access-log.js';
import type { KeyEncryption } from '../../platform/sealing/key-encryption.js';
import { PeopleTable } from '../records/people-table.js';
import { PersonKeys } from '../records/person-keys.js';
import { RetentionFacts } from '../records/retention-facts.js';
import { RetentionPolicies } from '../records/retention-policies.js';
import { RetentionListing } from './retention-listing.js';

/** The listing of what falls due outside the application, for the operator's command. */
export function retentionListingOn({
  database,
  keysDatabase,
  keys,
  clock,
}: {
  readonly database: DataSource;
  readonly keysDatabase: DataSource;
  readonly keys: KeyEncryption;
  readonly clock: Clock;
}): RetentionListing {
  const people = new PeopleTable(database);
  const policies = new RetentionPolicies(people);
  const facts = new RetentionFacts(people, policies);
  const personKeys = new PersonKeys(keysDatabase, keys, clock);
  return new RetentionListing(people, personKeys, facts, policies, new AccessLog(database, clock), clock);
}
