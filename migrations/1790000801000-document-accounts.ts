import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The account of each issued document, found by the bodies that it stands between. */
export class CreateDocumentAccounts1790000801000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`CREATE SCHEMA IF NOT EXISTS read_model`);
    await queryRunner.query(`
      CREATE TABLE read_model.document_account (
        recharge_ref text PRIMARY KEY,
        subject text NOT NULL,
        case_ref text NOT NULL,
        creditor text NOT NULL,
        debtor text NOT NULL,
        payable_by text NOT NULL,
        entries json NOT NULL,
        disputes json NOT NULL
      )`);
    await queryRunner.query(`CREATE INDEX document_account_subject ON read_model.document_account (subject)`);
    await queryRunner.query(
      `CREATE INDEX document_account_bodies ON read_model.document_account (creditor, payable_by)`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP TABLE read_model.document_account`);
  }
}
