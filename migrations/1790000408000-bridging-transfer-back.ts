import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the council owes the NHS body after a loss of eligibility. */
export class AddBridgingTransferBack1790000408000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE read_model.bridging_recharge ADD COLUMN transfer_back json');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE read_model.bridging_recharge DROP COLUMN transfer_back');
  }
}
