import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a line of the live bridging recharge says of a joint package and of an interruption of care. */
export class AddBridgingShares1790000404000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE read_model.bridging_recharge_line ADD COLUMN joint json, ADD COLUMN suspension json`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE read_model.bridging_recharge_line DROP COLUMN joint, DROP COLUMN suspension`);
  }
}
