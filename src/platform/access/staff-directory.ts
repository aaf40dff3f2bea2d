import type { DataSource } from 'typeorm';
import { todayInLondon, type Clock } from '../../kernel/clock.js';
import type { Principal } from './principal.js';

/** More people than this are remembered again from the start; it bounds memory, not the table. */
const MAX_REMEMBERED = 10_000;

/** The names of the people who use the product, as their tokens gave them. Events hold the subject only. */
export class StaffDirectory {
  /** What was last written about each person by this process, so that a request seldom writes. */
  private readonly written = new Map<string, string>();

  constructor(
    private readonly database: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Remembers a person when they are new, have changed, or are first seen today. */
  async saw({ issuer, subject, organisation, name }: Principal): Promise<void> {
    if (name === undefined) return;
    const seenOn = todayInLondon(this.clock);
    const person = JSON.stringify([issuer, subject]);
    const facts = JSON.stringify([name, organisation, seenOn]);
    if (this.written.get(person) === facts) return;
    await this.database.query(
      `insert into staff_directory (issuer, subject, display_name, organisation, last_seen_on)
       values ($1, $2, $3, $4, $5)
       on conflict (issuer, subject) do update set
         display_name = excluded.display_name,
         organisation = excluded.organisation,
         last_seen_on = greatest(staff_directory.last_seen_on, excluded.last_seen_on)`,
      [issuer, subject, name, organisation, seenOn],
    );
    if (this.written.size >= MAX_REMEMBERED) this.written.clear();
    this.written.set(person, facts);
  }

  /** The subjects of the people who were last seen in an organisation, of one issuer. */
  async seenIn(organisation: string, issuer: string): Promise<readonly string[]> {
    const rows = await this.database.query<{ subject: string }[]>(
      `select subject from staff_directory where organisation = $1 and issuer = $2 order by subject`,
      [organisation, issuer],
    );
    return rows.map(({ subject }) => subject);
  }

  /** The names of these subjects; one that is not known is left out. */
  async nameOf(subjects: readonly string[]): Promise<ReadonlyMap<string, string>> {
    if (subjects.length === 0) return new Map();
    const rows = await this.database.query<{ subject: string; display_name: string }[]>(
      `select subject, display_name from staff_directory where subject = any($1) order by last_seen_on, issuer`,
      [[...new Set(subjects)]],
    );
    return new Map(rows.map(({ subject, display_name: name }) => [subject, name]));
  }
}
