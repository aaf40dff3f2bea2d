import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What the projection runner remembers: how far each projection has come, which streams tell about a subject, and the
 * subjects whose rows are held back because their history could not be projected.
 */
export class CreateProjectionCheckpoints1790000001000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    // Both parts of a position are kept: a store with two of them can skip an event when only one is saved.
    await queryRunner.query(`
      CREATE TABLE projection_checkpoint (
        name text PRIMARY KEY,
        commit_position bigint NOT NULL DEFAULT 0,
        prepare_position bigint NOT NULL DEFAULT 0,
        moved_at timestamptz NOT NULL DEFAULT now(),
        stopped_because text
      )`);
    await queryRunner.query(`
      CREATE TABLE projection_subject_stream (
        projection text NOT NULL,
        subject text NOT NULL,
        stream text NOT NULL,
        PRIMARY KEY (projection, subject, stream)
      )`);
    await queryRunner.query(`
      CREATE TABLE projection_parked (
        projection text NOT NULL,
        subject text NOT NULL,
        reason text NOT NULL,
        since_position text NOT NULL,
        parked_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (projection, subject)
      )`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP TABLE projection_parked, projection_subject_stream, projection_checkpoint`);
  }
}
