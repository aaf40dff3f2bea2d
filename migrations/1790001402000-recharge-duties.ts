import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When a recharge was approved, why that approval has lapsed, and a credit that waits for its second person. */
export class AddRechargeDuties1790001402000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE read_model.recharge
        ADD COLUMN approved_on date,
        ADD COLUMN approval_lapse json,
        ADD COLUMN credit_request json
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE read_model.recharge
        DROP COLUMN approved_on,
        DROP COLUMN approval_lapse,
        DROP COLUMN credit_request
    `);
  }
}
