import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The NHS bodies that followed the one that was alerted, so that each of them finds the case on its work list. */
export class AddLaterNhsBodies1790000303000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `ALTER TABLE read_model.case_summary ADD COLUMN later_nhs_bodies text[] NOT NULL DEFAULT '{}'`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE read_model.case_summary DROP COLUMN later_nhs_bodies`);
  }
}
