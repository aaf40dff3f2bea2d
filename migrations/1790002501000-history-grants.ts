import type { MigrationInterface, QueryRunner } from 'typeorm';

/** On what right an event was recorded. None was named until rights were recorded, so no row waits to be made anew. */
export class AddHistoryGrants1790002501000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE read_model.history
        ADD COLUMN grant_ref text,
        ADD COLUMN limit_pence bigint
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE read_model.history DROP COLUMN grant_ref, DROP COLUMN limit_pence');
  }
}
