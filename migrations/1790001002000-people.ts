import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Personal details, sealed field by field with the key of the person, and the keyed hashes by which people are found. Keys
 * begin with the organisation, so that a taken one tells nobody else that it exists.
 */
export class CreatePeople1790001002000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`CREATE SCHEMA people`);
    await queryRunner.query(`
      CREATE TABLE people.person (
        organisation text NOT NULL,
        person_id text NOT NULL,
        version integer NOT NULL CHECK (version > 0),
        birth_date_known boolean NOT NULL,
        created_at timestamptz NOT NULL,
        created_by text NOT NULL,
        changed_at timestamptz NOT NULL,
        changed_by text NOT NULL,
        PRIMARY KEY (organisation, person_id)
      )`);
    // A correction is another version: what an office believed before stays, as long as the person's key does.
    await queryRunner.query(`
      CREATE TABLE people.details (
        organisation text NOT NULL,
        person_id text NOT NULL,
        version integer NOT NULL,
        sealed json NOT NULL,
        reason text NOT NULL,
        command_hash bytea NOT NULL,
        recorded_at timestamptz NOT NULL,
        recorded_by text NOT NULL,
        PRIMARY KEY (organisation, person_id, version),
        FOREIGN KEY (organisation, person_id) REFERENCES people.person
      )`);
    await queryRunner.query(`
      CREATE TABLE people.nhs_number (
        organisation text NOT NULL,
        number_hash bytea NOT NULL,
        person_id text NOT NULL,
        PRIMARY KEY (organisation, number_hash),
        UNIQUE (organisation, person_id),
        FOREIGN KEY (organisation, person_id) REFERENCES people.person
      )`);
    await queryRunner.query(`
      CREATE TABLE people.search_term (
        organisation text NOT NULL,
        term_hash bytea NOT NULL,
        person_id text NOT NULL,
        PRIMARY KEY (organisation, term_hash, person_id),
        FOREIGN KEY (organisation, person_id) REFERENCES people.person
      )`);
    await queryRunner.query(
      `CREATE INDEX search_term_person ON people.search_term (organisation, person_id)`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DO $$ BEGIN
        IF EXISTS (SELECT FROM people.person) THEN
          RAISE EXCEPTION 'There are people, and they are not dropped';
        END IF;
      END $$`);
    await queryRunner.query(`DROP SCHEMA people CASCADE`);
  }
}
