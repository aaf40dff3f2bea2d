import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { PlainDate } from '../../kernel/plain-date.js';
import type { SealedDetails } from './sealed-details.js';

/** A person as the table has them: nothing readable but ids and times. */
export interface PersonRow {
  readonly personId: string;
  readonly version: number;
  readonly sealed: SealedDetails;
  readonly changedAt: Date;
}

/** Whose row it is, and in which version. */
export interface NewVersion {
  readonly organisation: string;
  readonly personId: string;
  readonly version: number;
  readonly sealed: SealedDetails;
  readonly birthDateKnown: boolean;
  readonly reason: string;
  readonly commandHash: Buffer;
  readonly numberHash: Buffer | undefined;
  readonly searchHashes: readonly Buffer[];
  readonly at: Date;
  readonly by: string;
}

/** A hash that is looked for: of which part of what was typed, and what it is worth. */
export interface WantedHash {
  readonly hash: Buffer;
  readonly part: number;
  readonly worth: number;
}

/** Somebody who was found, and how well they fit. */
export interface Match {
  readonly personId: string;
  readonly worth: number;
}

/** Under which hashes somebody is found. */
export interface TermsOfPerson {
  readonly organisation: string;
  readonly personId: string;
  readonly hashes: readonly Buffer[];
}

const PERSON = `select p.person_id as "personId", p.version, d.sealed, p.changed_at as "changedAt"
  from people.person p join people.details d using (organisation, person_id, version)`;

/** The tables of the sealed details. Every statement names the organisation, so nobody reaches another one's people. */
@Injectable()
export class PeopleTable {
  constructor(readonly database: DataSource) {}

  async find(organisation: string, personIds: readonly string[]): Promise<ReadonlyMap<string, PersonRow>> {
    const rows = await this.database.query<PersonRow[]>(
      `${PERSON} where p.organisation = $1 and p.person_id = any($2)`,
      [organisation, personIds],
    );
    return new Map(rows.map((row) => [row.personId, row]));
  }

  /** Holds the person's row until the transaction ends. Nothing when there is no such person. */
  async lockVersion(
    manager: EntityManager,
    organisation: string,
    personId: string,
  ): Promise<number | undefined> {
    const [row] = await manager.query<{ version: number }[]>(
      'select version from people.person where organisation = $1 and person_id = $2 for update',
      [organisation, personId],
    );
    return row?.version;
  }

  /** The version that a command made before; nothing when it did not. */
  async versionOf(organisation: string, personId: string, commandHash: Buffer): Promise<number | undefined> {
    const [row] = await this.database.query<{ version: number }[]>(
      'select version from people.details where organisation = $1 and person_id = $2 and command_hash = $3',
      [organisation, personId, commandHash],
    );
    return row?.version;
  }

  async findByNumber(organisation: string, numberHash: Buffer): Promise<string | undefined> {
    const [row] = await this.database.query<{ person_id: string }[]>(
      'select person_id from people.nhs_number where organisation = $1 and number_hash = $2',
      [organisation, numberHash],
    );
    return row?.person_id;
  }

  /** Everybody whom all parts fit, the best first. */
  async findByTerms(
    organisation: string,
    wanted: readonly WantedHash[],
    limit: number,
  ): Promise<readonly Match[]> {
    if (wanted.length === 0) return [];
    return this.database.query<Match[]>(
      `with wanted as (select * from unnest($2::bytea[], $3::integer[], $4::integer[]) as w (hash, part, worth)),
       best as (
         select t.person_id, w.part, max(w.worth) as worth
         from wanted w join people.search_term t on t.organisation = $1 and t.term_hash = w.hash
         group by t.person_id, w.part)
       select person_id as "personId", sum(worth)::integer as worth from best group by person_id
       having count(*) = (select count(distinct part) from wanted)
       order by 2 desc, 1 limit $5`,
      [
        organisation,
        wanted.map(({ hash }) => hash),
        wanted.map(({ part }) => part),
        wanted.map(({ worth }) => worth),
        limit,
      ],
    );
  }

  /** The hashes of these people at each of the organisations that has recorded them. */
  async termsOf(
    organisations: readonly string[],
    personIds: readonly string[],
  ): Promise<readonly TermsOfPerson[]> {
    return this.database.query<TermsOfPerson[]>(
      `select organisation, person_id as "personId", array_agg(term_hash) as hashes from people.search_term
       where organisation = any($1) and person_id = any($2) group by organisation, person_id order by 1, 2`,
      [organisations, personIds],
    );
  }

  /** Those whose details were recorded or put right last on this day or before, by their ids from the one after `after`. */
  async unchangedSince(
    organisation: string,
    day: PlainDate,
    after: string,
    limit: number,
  ): Promise<readonly Pick<PersonRow, 'personId' | 'changedAt'>[]> {
    return this.database.query<Pick<PersonRow, 'personId' | 'changedAt'>[]>(
      `select person_id as "personId", changed_at as "changedAt" from people.person
       where organisation = $1 and (changed_at at time zone 'Europe/London')::date <= $2 and person_id > $3
       order by person_id limit $4`,
      [organisation, day, after, limit],
    );
  }

  /** Which of these people have no birth date. */
  async withoutBirthDate(organisation: string, personIds: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await this.database.query<{ person_id: string }[]>(
      `select person_id from people.person
       where organisation = $1 and person_id = any($2) and not birth_date_known`,
      [organisation, personIds],
    );
    return new Set(rows.map(({ person_id }) => person_id));
  }

  /** Writes a version and makes it the current one, with the hashes by which the person is found from now on. */
  async write(manager: EntityManager, given: NewVersion): Promise<void> {
    const { organisation, personId, version } = given;
    await manager.query(
      `insert into people.person
         (organisation, person_id, version, birth_date_known, created_at, created_by, changed_at, changed_by)
       values ($1, $2, $3, $4, $5, $6, $5, $6)
       on conflict (organisation, person_id) do update set version = excluded.version,
         birth_date_known = excluded.birth_date_known, changed_at = excluded.changed_at, changed_by = excluded.changed_by`,
      [organisation, personId, version, given.birthDateKnown, given.at, given.by],
    );
    await manager.query(
      `insert into people.details
         (organisation, person_id, version, sealed, reason, command_hash, recorded_at, recorded_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        organisation,
        personId,
        version,
        JSON.stringify(given.sealed),
        given.reason,
        given.commandHash,
        given.at,
        given.by,
      ],
    );
    await this.writeHashes(manager, given);
  }

  private async writeHashes(manager: EntityManager, given: NewVersion): Promise<void> {
    const { organisation, personId, numberHash, searchHashes } = given;
    await this.forgetHashes(manager, organisation, personId);
    if (numberHash !== undefined) {
      await manager.query(
        'insert into people.nhs_number (organisation, number_hash, person_id) values ($1, $2, $3)',
        [organisation, numberHash, personId],
      );
    }
    await manager.query(
      `insert into people.search_term (organisation, term_hash, person_id)
       select $1, hash, $3 from unnest($2::bytea[]) as h (hash)`,
      [organisation, searchHashes, personId],
    );
  }

  /** From now on nobody finds the person by name or number. */
  async forgetHashes(manager: EntityManager, organisation: string, personId: string): Promise<void> {
    const person = [organisation, personId];
    await manager.query('delete from people.nhs_number where organisation = $1 and person_id = $2', person);
    await manager.query('delete from people.search_term where organisation = $1 and person_id = $2', person);
  }
}
