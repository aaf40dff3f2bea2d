import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The read model of redundancies: one row per employment, and one per funder that bears a share. */
export class CreateRedundancyCostSplit1790000452000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`CREATE SCHEMA IF NOT EXISTS read_model`);
    await queryRunner.query(`
      CREATE TABLE read_model.redundancy_cost (
        employment_id text PRIMARY KEY,
        subject text NOT NULL,
        assistant_ref text NOT NULL,
        status text NOT NULL,
        missing json NOT NULL,
        last_day date,
        no_right_reasons json NOT NULL,
        statutory_pence bigint,
        statutory_basis json,
        payroll_figure_pence bigint,
        insurance_pence bigint,
        reserves_pence bigint,
        residual_pence bigint,
        insurance_claim text,
        interim boolean NOT NULL,
        recorded json NOT NULL,
        basis json
      )`);
    await queryRunner.query(`CREATE INDEX redundancy_cost_subject ON read_model.redundancy_cost (subject)`);
    await queryRunner.query(`
      CREATE TABLE read_model.redundancy_share (
        employment_id text NOT NULL,
        place integer NOT NULL,
        subject text NOT NULL,
        funder text NOT NULL,
        weight text NOT NULL,
        share_pence bigint NOT NULL,
        PRIMARY KEY (employment_id, place)
      )`);
    await queryRunner.query(`CREATE INDEX redundancy_share_subject ON read_model.redundancy_share (subject)`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP TABLE read_model.redundancy_share, read_model.redundancy_cost`);
  }
}
