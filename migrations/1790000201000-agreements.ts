import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The read model of local agreements: one row per agreement and one per version of it. */
export class CreateAgreements1790000201000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`CREATE SCHEMA IF NOT EXISTS read_model`);
    await queryRunner.query(`
      CREATE TABLE read_model.agreement (
        agreement_id text PRIMARY KEY,
        subject text NOT NULL,
        council text NOT NULL,
        nhs_body text NOT NULL,
        stage text NOT NULL,
        revision integer NOT NULL
      )`);
    await queryRunner.query(`CREATE INDEX agreement_subject ON read_model.agreement (subject)`);
    await queryRunner.query(`
      CREATE TABLE read_model.agreement_version (
        agreement_id text NOT NULL,
        version integer NOT NULL,
        subject text NOT NULL,
        status text NOT NULL,
        legal_vehicle text NOT NULL,
        options json NOT NULL,
        in_force_from date NOT NULL,
        in_force_until date,
        drafted_on date NOT NULL,
        signatures json NOT NULL,
        PRIMARY KEY (agreement_id, version)
      )`);
    await queryRunner.query(
      `CREATE INDEX agreement_version_subject ON read_model.agreement_version (subject)`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP TABLE read_model.agreement_version, read_model.agreement`);
  }
}
