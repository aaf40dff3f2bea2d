import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who has to do something next with a recharge. What is there already is filled in from its lines, as the read model does. */
export class AddRechargeWaitingOn1790001405000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `ALTER TABLE read_model.recharge ADD COLUMN waiting_on text[] NOT NULL DEFAULT '{}'`,
    );
    await queryRunner.query(`
      UPDATE read_model.recharge AS r SET waiting_on = CASE
        WHEN status IN ('draft', 'approved', 'approval-lapsed') THEN ARRAY['creditor']
        WHEN status IN ('credited', 'withdrawn') THEN '{}'
        ELSE
          CASE WHEN credit_request IS NOT NULL OR EXISTS (
            SELECT FROM read_model.recharge_line AS l WHERE l.recharge_ref = r.recharge_ref AND answer = 'queried'
          ) THEN ARRAY['creditor'] ELSE '{}' END
          || CASE WHEN accepted_pence > paid_pence OR EXISTS (
            SELECT FROM read_model.recharge_line AS l WHERE l.recharge_ref = r.recharge_ref AND answer = 'open'
          ) THEN ARRAY['debtor'] ELSE '{}' END
      END`);
    await queryRunner.query('ALTER TABLE read_model.recharge ALTER COLUMN waiting_on DROP DEFAULT');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE read_model.recharge DROP COLUMN waiting_on');
  }
}
