import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who saw which person's details, for what: one chain of entries for each organisation. The product writes and reads it as a
 * role that may do nothing else, and nobody changes an entry.
 */
export class CreateAccessLog1790001003000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`CREATE SCHEMA access_log`);
    await queryRunner.query(`
      CREATE TABLE access_log.entry (
        organisation text NOT NULL,
        ordinal integer NOT NULL CHECK (ordinal > 0),
        at timestamptz NOT NULL,
        reader text NOT NULL,
        role text NOT NULL,
        action text NOT NULL,
        people text[] NOT NULL,
        field_classes text[] NOT NULL,
        purpose text NOT NULL,
        correlation_id uuid NOT NULL,
        hash bytea NOT NULL,
        PRIMARY KEY (organisation, ordinal)
      )`);
    await queryRunner.query(`CREATE INDEX entry_people ON access_log.entry USING gin (people)`);
    await queryRunner.query(`CREATE INDEX entry_reader ON access_log.entry (organisation, reader, ordinal)`);
    await queryRunner.query(`
      CREATE FUNCTION access_log.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'The access log is never changed: % refused', TG_OP USING ERRCODE = 'insufficient_privilege';
      END $$`);
    await queryRunner.query(`
      CREATE TRIGGER entries_are_never_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON access_log.entry
      FOR EACH STATEMENT EXECUTE FUNCTION access_log.refuse_change()`);
    await createRole(queryRunner);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DO $$ BEGIN
        IF EXISTS (SELECT FROM access_log.entry) THEN
          RAISE EXCEPTION 'The access log has entries and is not dropped';
        END IF;
      END $$`);
    await queryRunner.query(`DROP SCHEMA access_log CASCADE`);
  }
}

async function createRole(queryRunner: QueryRunner): Promise<void> {
  // Roles belong to the server and not to one database: another database of it may have made this one.
  await queryRunner.query(`
    DO $$ BEGIN
      CREATE ROLE handover_access_log NOLOGIN;
    EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
    END $$`);
  // Whoever signs in has to be a member to take the role. Another sign-in than that of the migrations is granted it by hand.
  await queryRunner.query('GRANT handover_access_log TO CURRENT_USER');
  await queryRunner.query('GRANT USAGE ON SCHEMA access_log TO handover_access_log');
  await queryRunner.query('GRANT SELECT, INSERT ON access_log.entry TO handover_access_log');
}
