import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { USUAL_RETENTION, type RetentionClass } from '../domain/retention/retention.js';
import { PeopleTable } from './people-table.js';

/** How an organisation, which is the controller of what it recorded, keeps people's details. */
export interface RetentionPolicy {
  readonly retentionClass: RetentionClass;
  /** Whether the worker lists each day whose details fall due. Nothing is removed by it. */
  readonly listing: boolean;
  /** When it last did. */
  readonly listedAt: Date | null;
}

/** Somebody whose details need be kept no longer, as far as the product knows. */
export interface DuePerson {
  readonly personId: string;
  readonly retentionClass: RetentionClass;
  readonly lastUsedOn: string;
  readonly fallsDueOn: string;
  /** A legal hold stands against the removal. */
  readonly legalHold: boolean;
  /** No case knows when the care ended; whoever requests the removal states it. */
  readonly endOfCareNeeded: boolean;
}

const NONE: RetentionPolicy = { retentionClass: USUAL_RETENTION, listing: false, listedAt: null };
const DUE = `person_id as "personId", retention_class as "retentionClass", last_used_on::text as "lastUsedOn",
  falls_due_on::text as "fallsDueOn", legal_hold as "legalHold", end_of_care_needed as "endOfCareNeeded"`;

/** The tables of how long details are kept, and of the last list of what fell due. */
@Injectable()
export class RetentionPolicies {
  constructor(private readonly people: PeopleTable) {}

  async of(organisation: string): Promise<RetentionPolicy> {
    const [row] = await this.people.database.query<RetentionPolicy[]>(
      `select retention_class as "retentionClass", listing, listed_at as "listedAt"
       from people.retention_policy where organisation = $1`,
      [organisation],
    );
    return row ?? NONE;
  }

  async set(
    manager: EntityManager,
    organisation: string,
    { retentionClass, listing }: Pick<RetentionPolicy, 'retentionClass' | 'listing'>,
    at: Date,
    by: string,
  ): Promise<void> {
    await manager.query(
      `insert into people.retention_policy (organisation, retention_class, listing, changed_at, changed_by)
       values ($1, $2, $3, $4, $5)
       on conflict (organisation) do update set retention_class = excluded.retention_class,
         listing = excluded.listing, changed_at = excluded.changed_at, changed_by = excluded.changed_by`,
      [organisation, retentionClass, listing, at, by],
    );
    // What was listed by other rules says nothing any more.
    await manager.query('delete from people.retention_due where organisation = $1', [organisation]);
    await manager.query('update people.retention_policy set listed_at = null where organisation = $1', [
      organisation,
    ]);
  }

  /** The organisations whose list is wanted and older than this. */
  async toList(before: Date): Promise<readonly string[]> {
    const rows = await this.people.database.query<{ organisation: string }[]>(
      `select organisation from people.retention_policy
       where listing and (listed_at is null or listed_at < $1) order by organisation`,
      [before],
    );
    return rows.map(({ organisation }) => organisation);
  }

  /** Puts a new list in place of the last one, unless the list is not wanted any more. */
  async replaceDue(organisation: string, due: readonly DuePerson[], at: Date): Promise<void> {
    await this.people.database.transaction(async (manager) => {
      const [, wanted] = await manager.query<[unknown, number]>(
        'update people.retention_policy set listed_at = $2 where organisation = $1 and listing',
        [organisation, at],
      );
      if (wanted === 0) return;
      await manager.query('delete from people.retention_due where organisation = $1', [organisation]);
      for (const each of due)
        await manager.query(
          `insert into people.retention_due
             (organisation, person_id, retention_class, last_used_on, falls_due_on, legal_hold, end_of_care_needed)
           values ($1, $2, $3, $4, $5, $6, $7)`,
          [
            organisation,
            each.personId,
            each.retentionClass,
            each.lastUsedOn,
            each.fallsDueOn,
            each.legalHold,
            each.endOfCareNeeded,
          ],
        );
    });
  }

  /** Up to `limit` of the last list by their ids, from the one after `after`. */
  async listDue(organisation: string, limit: number, after = ''): Promise<readonly DuePerson[]> {
    return this.people.database.query<DuePerson[]>(
      `select ${DUE} from people.retention_due where organisation = $1 and person_id > $2
       order by person_id limit $3`,
      [organisation, after, limit],
    );
  }
}
