import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The read model of the work lists: one row per transfer case. */
export class CreateCaseSummary1790000301000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`CREATE SCHEMA IF NOT EXISTS read_model`);
    await queryRunner.query(`
      CREATE TABLE read_model.case_summary (
        case_ref text PRIMARY KEY,
        subject text NOT NULL,
        person_reference text NOT NULL,
        council text NOT NULL,
        nhs_body text NOT NULL,
        stage text NOT NULL,
        alerted_on date NOT NULL,
        counterpart text,
        waiting_on text NOT NULL,
        liability_starts_on date,
        liability_rule text,
        held_from date,
        held_until date,
        next_due_on date,
        next_due_kind text,
        deadlines json NOT NULL,
        revision integer NOT NULL
      )`);
    await queryRunner.query(`CREATE INDEX case_summary_subject ON read_model.case_summary (subject)`);
    // Each side opens its list sorted by what falls due next.
    await queryRunner.query(
      `CREATE INDEX case_summary_council ON read_model.case_summary (council, next_due_on, case_ref)`,
    );
    await queryRunner.query(
      `CREATE INDEX case_summary_nhs_body ON read_model.case_summary (nhs_body, next_due_on, case_ref)`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP TABLE read_model.case_summary`);
  }
}
