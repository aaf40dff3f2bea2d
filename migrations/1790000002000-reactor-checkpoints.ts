import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the reactor runner remembers: how far each reactor has come, and what came of each event that it reacted to. */
export class CreateReactorCheckpoints1790000002000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE reactor_checkpoint (
        name text PRIMARY KEY,
        commit_position bigint NOT NULL,
        prepare_position bigint NOT NULL,
        moved_at timestamptz NOT NULL DEFAULT now(),
        stopped_because text
      )`);
    await queryRunner.query(`
      CREATE TABLE reactor_outcome (
        reactor text NOT NULL,
        event_id uuid NOT NULL,
        outcome text NOT NULL CHECK (outcome IN ('done', 'refused')),
        reason text,
        reacted_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (reactor, event_id)
      )`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP TABLE reactor_outcome, reactor_checkpoint`);
  }
}
