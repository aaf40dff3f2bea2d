import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The read model of recharge documents: one row per version of a recharge and one per line of it. */
export class CreateRecharges1790000402000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`CREATE SCHEMA IF NOT EXISTS read_model`);
    await queryRunner.query(`
      CREATE TABLE read_model.recharge (
        recharge_ref text PRIMARY KEY,
        subject text NOT NULL,
        case_ref text NOT NULL,
        status text NOT NULL,
        document text NOT NULL,
        document_route text NOT NULL,
        creditor text NOT NULL,
        debtor text NOT NULL,
        agreement_id text,
        agreement_version integer,
        total_pence bigint NOT NULL,
        accepted_pence bigint NOT NULL,
        paid_pence bigint NOT NULL,
        credited_pence bigint NOT NULL,
        outstanding_pence bigint NOT NULL,
        refund_to_person_pence bigint NOT NULL,
        contribution_cancelled_pence bigint NOT NULL,
        leave_pending_for json NOT NULL,
        supersedes text,
        superseded_by text,
        calculated_on date NOT NULL,
        document_date date,
        invoice_reference text,
        purchase_order text,
        payable_by text,
        payment_due_on date,
        query_due_on date,
        payments json NOT NULL,
        credit_reason text,
        prepared_by text NOT NULL,
        approved_by text,
        basis json NOT NULL,
        revision integer NOT NULL
      )`);
    for (const column of ['subject', 'creditor', 'debtor', 'payable_by']) {
      await queryRunner.query(`CREATE INDEX recharge_${column} ON read_model.recharge (${column})`);
    }
    await queryRunner.query(`
      CREATE TABLE read_model.recharge_line (
        recharge_ref text NOT NULL,
        number integer NOT NULL,
        subject text NOT NULL,
        kind text NOT NULL,
        from_day date NOT NULL,
        until_day date NOT NULL,
        days integer NOT NULL,
        weekly_pence bigint,
        amount_pence bigint NOT NULL,
        body_at_time text NOT NULL,
        evidence json NOT NULL,
        claim_before date,
        out_of_time boolean NOT NULL,
        answer text NOT NULL,
        query_reason text,
        basis json NOT NULL,
        PRIMARY KEY (recharge_ref, number)
      )`);
    await queryRunner.query(`CREATE INDEX recharge_line_subject ON read_model.recharge_line (subject)`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP TABLE read_model.recharge_line, read_model.recharge`);
  }
}
