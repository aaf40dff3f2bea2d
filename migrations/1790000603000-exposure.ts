import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The facts that the contingent redundancy liability of each employment follows from, for the bodies that may see them. */
export class CreateExposure1790000603000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`CREATE SCHEMA IF NOT EXISTS read_model`);
    await queryRunner.query(`
      CREATE TABLE read_model.exposed_employment (
        employment_id text PRIMARY KEY,
        subject text NOT NULL,
        assistant_ref text NOT NULL,
        council text NOT NULL,
        nhs_bodies text[] NOT NULL,
        started_on date NOT NULL,
        last_day date,
        job json NOT NULL,
        setting json NOT NULL
      )`);
    await queryRunner.query(
      `CREATE INDEX exposed_employment_subject ON read_model.exposed_employment (subject)`,
    );
    await queryRunner.query(
      `CREATE INDEX exposed_employment_council ON read_model.exposed_employment (council)`,
    );
    await queryRunner.query(
      `CREATE INDEX exposed_employment_nhs_bodies ON read_model.exposed_employment USING gin (nhs_bodies)`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP TABLE read_model.exposed_employment`);
  }
}
