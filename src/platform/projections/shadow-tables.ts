import type { EntityManager, EntityMetadata } from 'typeorm';
import type { RowPlace } from './row-place.js';

interface Definition {
  readonly definition: string;
}

/**
 * Tables beside those of a read model, in a schema of their own: of the same shape, with the same names for their indexes, and
 * seen by nobody until they take the place of the others.
 */
export class ShadowTables implements RowPlace {
  constructor(
    private readonly schema: string,
    readonly parkedAs: string,
    private readonly metadatas: readonly EntityMetadata[],
  ) {}

  tableOf({ tableName }: EntityMetadata): string {
    return `${this.schema}.${tableName}`;
  }

  /**
   * What the tables that everybody reads are made of, as one text: columns, constraints, indexes and who may see what.
   * Tables beside them have all of it only as it was when they were made.
   */
  async shape(manager: EntityManager): Promise<string> {
    const [row] = await manager.query<{ shape: string }[]>(
      `SELECT string_agg(format('%s: %s', part_of, part), ', ' ORDER BY part_of::text, kind, place, part) AS shape
       FROM unnest($1::text[]::regclass[]) AS part_of CROSS JOIN LATERAL (
         SELECT 1 AS kind, attnum AS place, concat(attname, ' ', format_type(atttypid, atttypmod),
           CASE WHEN attnotnull THEN ' not null' END, ' default ' || pg_get_expr(adbin, adrelid)) AS part
         FROM pg_attribute LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum
         WHERE attrelid = part_of AND attnum > 0 AND NOT attisdropped
         UNION ALL
         SELECT 2, 0, concat(conname, ' ', pg_get_constraintdef(oid)) FROM pg_constraint WHERE conrelid = part_of
         UNION ALL
         SELECT 3, 0, pg_get_indexdef(indexrelid) FROM pg_index WHERE indrelid = part_of
         UNION ALL
         SELECT 4, 0, concat_ws(' ', polname, polpermissive, polcmd, polroles::regrole[],
           pg_get_expr(polqual, polrelid), 'check ' || pg_get_expr(polwithcheck, polrelid))
         FROM pg_policy WHERE polrelid = part_of
         UNION ALL
         SELECT 5, 0, concat_ws(' ', relrowsecurity, relforcerowsecurity, relacl) FROM pg_class WHERE oid = part_of
       ) AS parts`,
      [this.metadatas.map(({ tablePath }) => tablePath)],
    );
    return row?.shape ?? '';
  }

  async exist(manager: EntityManager): Promise<boolean> {
    const [found] = await manager.query<{ all_there: boolean }[]>(
      `SELECT bool_and(to_regclass(name) IS NOT NULL) AS all_there FROM unnest($1::text[]) AS name`,
      [this.metadatas.map((metadata) => this.tableOf(metadata))],
    );
    return found?.all_there === true;
  }

  /** Makes them anew and empty, with what keeps rows unique. The other indexes come when the rows are there. */
  async create(manager: EntityManager): Promise<void> {
    await this.drop(manager);
    await manager.query(`CREATE SCHEMA IF NOT EXISTS ${this.schema}`);
    for (const metadata of this.metadatas) {
      const [live, shadow] = [metadata.tablePath, this.tableOf(metadata)];
      await manager.query(`CREATE TABLE ${shadow} (LIKE ${live} INCLUDING ALL EXCLUDING INDEXES)`);
      await copyGrants(manager, live, shadow);
      await copyPolicies(manager, live, shadow);
      const unique = await manager.query<Definition[]>(
        `SELECT format('ALTER TABLE %s ADD CONSTRAINT %I %s', $2::text, conname, pg_get_constraintdef(oid)) AS definition
         FROM pg_constraint WHERE conrelid = $1::regclass AND contype IN ('p', 'u', 'x') ORDER BY contype, conname`,
        [live, shadow],
      );
      for (const { definition } of unique) await manager.query(definition);
      await this.createIndexes(manager, metadata, 'indisunique');
    }
  }

  /** Makes the indexes that nothing but reading needs. */
  async finish(manager: EntityManager): Promise<void> {
    for (const metadata of this.metadatas) await this.createIndexes(manager, metadata, 'NOT indisunique');
  }

  /** Keeps everybody off the tables that everybody reads until the transaction ends: nobody changes them meanwhile. */
  async lockLive(manager: EntityManager): Promise<void> {
    for (const metadata of this.metadatas) {
      await this.liveSchema(manager, metadata);
      await manager.query(`LOCK TABLE ${metadata.tablePath} IN ACCESS EXCLUSIVE MODE`);
    }
  }

  /** Takes the place of the tables that everybody reads. */
  async swapIn(manager: EntityManager): Promise<void> {
    for (const metadata of this.metadatas) {
      const schema = await this.liveSchema(manager, metadata);
      await manager.query(`DROP TABLE ${metadata.tablePath}`);
      await manager.query(`ALTER TABLE ${this.tableOf(metadata)} SET SCHEMA ${schema}`);
    }
  }

  async drop(manager: EntityManager): Promise<void> {
    for (const metadata of this.metadatas) {
      await manager.query(`DROP TABLE IF EXISTS ${this.tableOf(metadata)}`);
    }
  }

  private async liveSchema(manager: EntityManager, { tablePath }: EntityMetadata): Promise<string> {
    const [live] = await manager.query<{ schema: string }[]>(
      `SELECT relnamespace::regnamespace::text AS schema FROM pg_class WHERE oid = to_regclass($1)`,
      [tablePath],
    );
    if (live === undefined) throw new Error(`${tablePath} was dropped while it was rebuilt`);
    return live.schema;
  }

  private async createIndexes(
    manager: EntityManager,
    metadata: EntityMetadata,
    which: 'indisunique' | 'NOT indisunique',
  ): Promise<void> {
    // An index lies in the schema of its table, so it can have the name that it will keep.
    const indexes = await manager.query<Definition[]>(
      `SELECT replace(pg_get_indexdef(indexrelid),
         format(' ON %I.%I USING ', relnamespace::regnamespace::text, relname), format(' ON %s USING ', $2::text)) AS definition
       FROM pg_index JOIN pg_class ON pg_class.oid = indrelid
       WHERE indrelid = $1::regclass AND ${which}
         AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = indexrelid)
       ORDER BY indexrelid::regclass::text`,
      [metadata.tablePath, this.tableOf(metadata)],
    );
    for (const { definition } of indexes) await manager.query(definition);
  }
}

/** Whoever may read or write the old table may do so with the new one. */
async function copyGrants(manager: EntityManager, from: string, to: string): Promise<void> {
  const grants = await manager.query<Definition[]>(
    `SELECT format('GRANT %s ON %s TO %s', privilege_type, $2::text,
       CASE WHEN grantee = 0 THEN 'PUBLIC' ELSE grantee::regrole::text END) AS definition
     FROM pg_class, aclexplode(relacl) WHERE pg_class.oid = $1::regclass`,
    [from, to],
  );
  for (const { definition } of grants) await manager.query(definition);
}

/** Whoever sees some rows of the old table only sees the same of the new one. */
async function copyPolicies(manager: EntityManager, from: string, to: string): Promise<void> {
  const policies = await manager.query<Definition[]>(
    `SELECT format('CREATE POLICY %I ON %s AS %s FOR %s TO %s', policyname, $2::text, permissive, cmd,
         (SELECT string_agg(quote_ident(role), ', ') FROM unnest(roles) AS role))
       || coalesce(' USING (' || qual || ')', '') || coalesce(' WITH CHECK (' || with_check || ')', '') AS definition
     FROM pg_policies WHERE format('%I.%I', schemaname, tablename)::regclass = $1::regclass
     UNION ALL
     SELECT format('ALTER TABLE %s %s ROW LEVEL SECURITY', $2::text, each.how)
     FROM pg_class CROSS JOIN LATERAL
       (VALUES (relrowsecurity, 'ENABLE'), (relforcerowsecurity, 'FORCE')) AS each (holds, how)
     WHERE pg_class.oid = $1::regclass AND each.holds`,
    [from, to],
  );
  for (const { definition } of policies) await manager.query(definition);
}
