import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which of the two debts of a case a recharge is about. Every one until now was about bridging. */
export class AddRechargeDirection1790000409000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `ALTER TABLE read_model.recharge ADD COLUMN direction text NOT NULL DEFAULT 'bridging'`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE read_model.recharge DROP COLUMN direction');
  }
}
