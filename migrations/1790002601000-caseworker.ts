import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who works a case at the council. Nobody was named there until now, so no row waits to be made anew. */
export class AddCaseworker1790002601000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE read_model.case_summary ADD COLUMN caseworker text');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE read_model.case_summary DROP COLUMN caseworker');
  }
}
