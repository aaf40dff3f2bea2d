import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Alerts that somebody has begun on pages and not sent: as they were typed, without anything that names a person. */
export class CreateAlertDrafts1790002501000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE alert_draft (
        draft_id uuid PRIMARY KEY,
        issuer text NOT NULL,
        subject text NOT NULL,
        organisation text NOT NULL,
        typed jsonb NOT NULL,
        begun_at timestamptz NOT NULL,
        changed_at timestamptz NOT NULL
      )`);
    await queryRunner.query(`CREATE INDEX alert_draft_owner ON alert_draft (issuer, subject, organisation)`);
    await queryRunner.query(`CREATE INDEX alert_draft_age ON alert_draft (changed_at)`);
    await queryRunner.query(`GRANT SELECT, INSERT, UPDATE, DELETE ON alert_draft TO handover_web`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP TABLE alert_draft`);
  }
}
