import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What stays in the account of the direct payment for leave, beside what the council takes back from it. */
export class AddLeaveHeldBack1790000407000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE read_model.bridging_recharge ADD COLUMN leave_held_back json`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE read_model.bridging_recharge DROP COLUMN leave_held_back`);
  }
}
