import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who asked for the removal of a person's details, who agreed, and from when on it is carried out. */
export class CreateErasureRequests1790001102000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE people.erasure_request (
        organisation text NOT NULL,
        request_id text NOT NULL,
        person_id text NOT NULL,
        authority text NOT NULL,
        reason text NOT NULL,
        care_ended_on date,
        requested_at timestamptz NOT NULL,
        requested_by text NOT NULL,
        approved_at timestamptz,
        approved_by text,
        due_at timestamptz,
        withdrawn_at timestamptz,
        withdrawn_by text,
        carried_out_at timestamptz,
        PRIMARY KEY (organisation, request_id),
        FOREIGN KEY (organisation, person_id) REFERENCES people.person,
        CHECK (approved_by <> requested_by),
        CHECK ((approved_at IS NULL) = (due_at IS NULL)),
        CHECK (carried_out_at IS NULL OR (approved_at IS NOT NULL AND withdrawn_at IS NULL))
      )`);
    // One at a time for a person.
    await queryRunner.query(`
      CREATE UNIQUE INDEX erasure_request_open ON people.erasure_request (organisation, person_id)
      WHERE withdrawn_at IS NULL AND carried_out_at IS NULL`);
    await queryRunner.query(`
      CREATE INDEX erasure_request_due ON people.erasure_request (due_at)
      WHERE withdrawn_at IS NULL AND carried_out_at IS NULL`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP TABLE people.erasure_request`);
  }
}
