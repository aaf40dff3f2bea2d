import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Why an event put something right, and what shows it. No event until now said so, so no row waits to be made anew. */
export class AddHistoryCorrections1790001201000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE read_model.history ADD COLUMN correction json');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE read_model.history DROP COLUMN correction');
  }
}
