import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which body each line of the live bridging recharge goes to, and the days that bodies dispute. */
export class AddBridgingDebtors1790000405000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE read_model.bridging_recharge ADD COLUMN parked json`);
    await queryRunner.query(`ALTER TABLE read_model.bridging_recharge_line ADD COLUMN debtor text`);
    // Until now a case had one NHS body, and each of its lines went to it.
    await queryRunner.query(`
      UPDATE read_model.bridging_recharge_line AS line SET debtor = head.debtor
        FROM read_model.bridging_recharge AS head WHERE head.case_ref = line.case_ref`);
    await queryRunner.query(`ALTER TABLE read_model.bridging_recharge_line ALTER COLUMN debtor SET NOT NULL`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE read_model.bridging_recharge_line DROP COLUMN debtor`);
    await queryRunner.query(`ALTER TABLE read_model.bridging_recharge DROP COLUMN parked`);
  }
}
