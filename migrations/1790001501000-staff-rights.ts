import type { MigrationInterface, QueryRunner } from 'typeorm';
import { RowRights } from './1790001302000-row-rights.js';

/** The read model of who may do what: one row per account and organisation that knows it, and one per right. */
export class CreateStaffRights1790001501000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`CREATE SCHEMA IF NOT EXISTS read_model`);
    await queryRunner.query(`
      CREATE TABLE read_model.staff_account (
        organisation text NOT NULL,
        staff text NOT NULL,
        subject text NOT NULL,
        issuer text NOT NULL,
        sign_in_id text NOT NULL,
        same_person_as text,
        PRIMARY KEY (organisation, staff)
      )`);
    await queryRunner.query(`CREATE INDEX staff_account_subject ON read_model.staff_account (subject)`);
    await queryRunner.query(`
      CREATE TABLE read_model.staff_right (
        grant_ref text PRIMARY KEY,
        subject text NOT NULL,
        organisation text NOT NULL,
        staff text NOT NULL,
        ordinal integer NOT NULL,
        role text NOT NULL,
        stage text NOT NULL,
        valid_from date NOT NULL,
        valid_until date,
        limit_stated boolean,
        limit_pence bigint,
        reason_code text NOT NULL,
        requested_by text NOT NULL,
        requested_on date NOT NULL,
        decided_by text,
        decided_on date,
        ended_by text
      )`);
    await queryRunner.query(`CREATE INDEX staff_right_subject ON read_model.staff_right (subject)`);
    await queryRunner.query(
      `CREATE INDEX staff_right_organisation ON read_model.staff_right (organisation, role, staff)`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP TABLE read_model.staff_right, read_model.staff_account`);
  }
}

export class AddStaffRowRights1790001502000 extends RowRights {
  protected override readonly tables = ['staff_account', 'staff_right'];
}
