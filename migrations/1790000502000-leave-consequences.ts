import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Leave that an adviser has to settle, how sources differ, and what follows from the leave of each employment. */
export class AddLeaveConsequences1790000502000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE read_model.accrued_leave
        ADD COLUMN referrals json NOT NULL DEFAULT '[]',
        ADD COLUMN candidates json NOT NULL DEFAULT '[]',
        ADD COLUMN differences json NOT NULL DEFAULT '[]',
        ADD COLUMN consequence json,
        ADD COLUMN uplift json,
        ADD COLUMN opening json`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE read_model.accrued_leave
        DROP COLUMN referrals, DROP COLUMN candidates, DROP COLUMN differences,
        DROP COLUMN consequence, DROP COLUMN uplift, DROP COLUMN opening`);
  }
}
