import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How far the rebuild of a read model has come that is built beside the one that serves, so that it goes on after a kill. */
export class CreateProjectionRebuild1790000501000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE projection_rebuild (
        name text PRIMARY KEY,
        shape text NOT NULL,
        phase text NOT NULL CHECK (phase IN ('scan', 'fold', 'follow')),
        target_commit bigint NOT NULL,
        target_prepare bigint NOT NULL,
        commit_position bigint NOT NULL DEFAULT 0,
        prepare_position bigint NOT NULL DEFAULT 0,
        last_subject text NOT NULL DEFAULT '',
        events_done bigint NOT NULL DEFAULT 0,
        events_total bigint NOT NULL DEFAULT 0,
        started_at timestamptz NOT NULL DEFAULT now(),
        moved_at timestamptz NOT NULL DEFAULT now()
      )`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP TABLE projection_rebuild`);
  }
}
