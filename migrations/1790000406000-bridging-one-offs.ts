import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the live bridging recharge charges of one-off payments, and credits of the account. */
export class AddBridgingOneOffs1790000406000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE read_model.bridging_recharge
        ADD COLUMN one_offs json,
        ADD COLUMN credit json`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE read_model.bridging_recharge DROP COLUMN one_offs, DROP COLUMN credit`);
  }
}
