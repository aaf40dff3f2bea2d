import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The read model of PAs' jobs: one row per employment. */
export class CreateEmployments1790000451000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`CREATE SCHEMA IF NOT EXISTS read_model`);
    await queryRunner.query(`
      CREATE TABLE read_model.employment (
        employment_id text PRIMARY KEY,
        subject text NOT NULL,
        assistant_ref text NOT NULL,
        status text NOT NULL,
        stage text NOT NULL,
        started_on date NOT NULL,
        "end" json,
        terms json NOT NULL,
        funding_periods json NOT NULL,
        leave_statements json NOT NULL,
        insurance_claim json,
        revision integer NOT NULL
      )`);
    await queryRunner.query(`CREATE INDEX employment_subject ON read_model.employment (subject)`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP TABLE read_model.employment`);
  }
}
