import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Why one of several successors pays a recharge, and what shows it. Until now nobody was asked. */
export class AddRechargeSuccessorChoice1790000410000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE read_model.recharge ADD COLUMN successor_choice json');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE read_model.recharge DROP COLUMN successor_choice');
  }
}
