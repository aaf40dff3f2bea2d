import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Of which record an event is. The next event of a case writes all of its rows anew, and who asks asks about that one. */
export class AddHistoryRecord1790002602000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE read_model.history ADD COLUMN record_ref text');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE read_model.history DROP COLUMN record_ref');
  }
}
