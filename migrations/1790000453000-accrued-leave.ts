import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The read model of leave at the day of liability: one row per employment. */
export class CreateAccruedLeave1790000453000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`CREATE SCHEMA IF NOT EXISTS read_model`);
    await queryRunner.query(`
      CREATE TABLE read_model.accrued_leave (
        employment_id text PRIMARY KEY,
        subject text NOT NULL,
        assistant_ref text NOT NULL,
        status text NOT NULL,
        missing json NOT NULL,
        accrued_hours text,
        taken_hours text,
        outstanding_hours text,
        owed_by text NOT NULL,
        owed_to text NOT NULL,
        owed_pence bigint,
        owed_if_cut_at_cover_start_pence bigint,
        settlement text NOT NULL,
        basis json
      )`);
    await queryRunner.query(`CREATE INDEX accrued_leave_subject ON read_model.accrued_leave (subject)`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP TABLE read_model.accrued_leave`);
  }
}
