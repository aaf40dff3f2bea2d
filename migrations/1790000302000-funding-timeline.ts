import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The read model of who was liable and who paid: one row per period of a case. */
export class CreateFundingTimeline1790000302000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`CREATE SCHEMA IF NOT EXISTS read_model`);
    await queryRunner.query(`
      CREATE TABLE read_model.funding_period (
        case_ref text NOT NULL,
        ordinal integer NOT NULL,
        subject text NOT NULL,
        from_day date NOT NULL,
        until_day date,
        kind text NOT NULL,
        liable_body text,
        paying_body text,
        missing json NOT NULL,
        basis json NOT NULL,
        revision integer NOT NULL,
        PRIMARY KEY (case_ref, ordinal)
      )`);
    await queryRunner.query(`CREATE INDEX funding_period_subject ON read_model.funding_period (subject)`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP TABLE read_model.funding_period`);
  }
}
