import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How each organisation keeps people's details, and the last list of what fell due by it. It names people by ids alone. */
export class CreateRetention1790002402000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE people.retention_policy (
        organisation text PRIMARY KEY,
        retention_class text NOT NULL,
        listing boolean NOT NULL,
        listed_at timestamptz,
        changed_at timestamptz NOT NULL,
        changed_by text NOT NULL
      )`);
    await queryRunner.query(`
      CREATE TABLE people.retention_due (
        organisation text NOT NULL,
        person_id text NOT NULL,
        retention_class text NOT NULL,
        last_used_on date NOT NULL,
        falls_due_on date NOT NULL,
        legal_hold boolean NOT NULL,
        end_of_care_needed boolean NOT NULL,
        PRIMARY KEY (organisation, person_id),
        FOREIGN KEY (organisation, person_id) REFERENCES people.person
      )`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP TABLE people.retention_due`);
    await queryRunner.query(`DROP TABLE people.retention_policy`);
  }
}
