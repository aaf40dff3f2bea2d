import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the live bridging recharge tells beside its lines: the sum to take back from the account, and what is odd. */
export class AddBridgingReclaim1790000403000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE read_model.bridging_recharge
        ADD COLUMN reclaim json,
        ADD COLUMN warnings json NOT NULL DEFAULT '[]'`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE read_model.bridging_recharge DROP COLUMN reclaim, DROP COLUMN warnings`);
  }
}
