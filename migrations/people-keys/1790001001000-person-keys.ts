import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The data key of each person, wrapped. Its place is a database of its own with short backups: the details of a person end
 * with the last copy of their key, wherever else copies of the sealed details lie. The row stays when the key is destroyed,
 * so that the deed can be shown and nobody makes the person a second key.
 */
export class CreatePersonKeys1790001001000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`CREATE SCHEMA people_keys`);
    await queryRunner.query(`
      CREATE TABLE people_keys.person_key (
        organisation text NOT NULL,
        person_id text NOT NULL,
        key_id text NOT NULL UNIQUE,
        wrapped bytea,
        wrapped_hash bytea NOT NULL,
        wrapped_with text NOT NULL,
        created_at timestamptz NOT NULL,
        legal_hold boolean NOT NULL DEFAULT false,
        destroyed_at timestamptz,
        destroyed_by text,
        approved_by text,
        authority text,
        PRIMARY KEY (organisation, person_id),
        CHECK ((wrapped IS NULL) = (destroyed_at IS NOT NULL)),
        CHECK ((destroyed_at IS NULL)
          OR (destroyed_by IS NOT NULL AND approved_by IS NOT NULL AND authority IS NOT NULL AND NOT legal_hold)),
        CHECK (destroyed_by <> approved_by)
      )`);
    // A destroyed key stays destroyed, whoever asks: a row that was put back would say that nothing had been destroyed.
    await queryRunner.query(`
      CREATE FUNCTION people_keys.refuse_revival() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP <> 'UPDATE' OR OLD.destroyed_at IS NOT NULL THEN
          RAISE EXCEPTION 'The key of a person is destroyed once and its row stays' USING ERRCODE = 'insufficient_privilege';
        END IF;
        RETURN NEW;
      END $$`);
    await queryRunner.query(`
      CREATE TRIGGER a_destroyed_key_stays BEFORE UPDATE OR DELETE ON people_keys.person_key
      FOR EACH ROW EXECUTE FUNCTION people_keys.refuse_revival()`);
    await queryRunner.query(`
      CREATE TRIGGER keys_are_not_emptied BEFORE TRUNCATE ON people_keys.person_key
      FOR EACH STATEMENT EXECUTE FUNCTION people_keys.refuse_revival()`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    // Going back a version must not be a way to lose every person.
    await queryRunner.query(`
      DO $$ BEGIN
        IF EXISTS (SELECT FROM people_keys.person_key) THEN
          RAISE EXCEPTION 'There are keys of people, and they are not dropped';
        END IF;
      END $$`);
    await queryRunner.query(`DROP SCHEMA people_keys CASCADE`);
  }
}
