import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Shown to every body that the case has had. */
const OF_A_CASE = [
  'history',
  'case_summary',
  'funding_period',
  'bridging_recharge',
  'bridging_recharge_line',
  'employment',
  'redundancy_cost',
  'redundancy_share',
  'exposed_employment',
  'accrued_leave',
];

/** Says of the rows that are there already who may see them. From now on the worker writes it with each row. */
export class FillSeenBy1790001313000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const table of OF_A_CASE) {
      await queryRunner.query(`
        UPDATE read_model.${table} AS row SET seen_by = ARRAY[c.council, c.nhs_body] || c.later_nhs_bodies
        FROM read_model.case_summary AS c WHERE c.subject = row.subject`);
    }
    await queryRunner.query(`UPDATE read_model.agreement SET seen_by = ARRAY[council, nhs_body]`);
    await queryRunner.query(`
      UPDATE read_model.agreement_version AS row SET seen_by = a.seen_by
      FROM read_model.agreement AS a WHERE a.agreement_id = row.agreement_id`);
    await queryRunner.query(
      `UPDATE read_model.recharge SET seen_by = array_remove(ARRAY[creditor, debtor, payable_by], NULL)`,
    );
    await queryRunner.query(`
      UPDATE read_model.recharge_line AS row SET seen_by = r.seen_by
      FROM read_model.recharge AS r WHERE r.recharge_ref = row.recharge_ref`);
    await queryRunner.query(`UPDATE read_model.document_account SET seen_by = ARRAY[creditor, payable_by]`);
    // Who may see a job follows from its case, so the read model of jobs now reads the streams of cases as well.
    await queryRunner.query(`
      INSERT INTO projection_subject_stream (projection, subject, stream)
      SELECT 'employments', subject, stream FROM projection_subject_stream WHERE projection = 'exposure'
      ON CONFLICT DO NOTHING`);
  }

  async down(): Promise<void> {
    // The columns go with the migrations before this one.
  }
}
