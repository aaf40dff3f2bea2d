import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The read model of the live bridging recharge: one row per case and one per line of its figure. */
export class CreateBridgingRecharge1790000401000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`CREATE SCHEMA IF NOT EXISTS read_model`);
    await queryRunner.query(`
      CREATE TABLE read_model.bridging_recharge (
        case_ref text PRIMARY KEY,
        subject text NOT NULL,
        status text NOT NULL,
        missing json NOT NULL,
        creditor text NOT NULL,
        debtor text NOT NULL,
        gross_basis text NOT NULL,
        from_day date,
        until_day date,
        total_pence bigint,
        refund_to_person_pence bigint,
        contribution_cancelled_pence bigint,
        held json,
        basis json,
        refund_basis json,
        revision integer NOT NULL
      )`);
    await queryRunner.query(
      `CREATE INDEX bridging_recharge_subject ON read_model.bridging_recharge (subject)`,
    );
    await queryRunner.query(`
      CREATE TABLE read_model.bridging_recharge_line (
        case_ref text NOT NULL,
        number integer NOT NULL,
        subject text NOT NULL,
        from_day date NOT NULL,
        until_day date NOT NULL,
        days integer NOT NULL,
        weekly_gross_pence bigint NOT NULL,
        weekly_contribution_pence bigint NOT NULL,
        net_pence bigint NOT NULL,
        contribution_pence bigint NOT NULL,
        contribution_received_pence bigint NOT NULL,
        amount_pence bigint NOT NULL,
        liable_body text NOT NULL,
        evidence json NOT NULL,
        days_without_payment json NOT NULL,
        claim_before date,
        basis json NOT NULL,
        PRIMARY KEY (case_ref, number)
      )`);
    await queryRunner.query(
      `CREATE INDEX bridging_recharge_line_subject ON read_model.bridging_recharge_line (subject)`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP TABLE read_model.bridging_recharge_line, read_model.bridging_recharge`);
  }
}
