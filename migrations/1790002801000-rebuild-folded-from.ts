import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What the rows of a rebuild were folded from, so that none goes on with rows by another rule or another list. Of one that is under
 * way nobody knows it: it begins again.
 */
export class AddRebuildFoldedFrom1790002801000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE projection_rebuild ADD COLUMN folded_from text NOT NULL DEFAULT ''`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE projection_rebuild DROP COLUMN folded_from');
  }
}
