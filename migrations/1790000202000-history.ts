import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The history of each case for people: one row per event, over all contexts, with a sentence. */
export class CreateHistory1790000202000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`CREATE SCHEMA IF NOT EXISTS read_model`);
    // The instant is text because a JavaScript date would lose its microseconds; it sorts as it reads.
    await queryRunner.query(`
      CREATE TABLE read_model.history (
        subject text NOT NULL,
        ordinal integer NOT NULL,
        event_id text NOT NULL,
        position text NOT NULL,
        stream_kind text NOT NULL,
        revision integer NOT NULL,
        type text NOT NULL,
        sentence text NOT NULL,
        data json NOT NULL,
        occurred_on date NOT NULL,
        recorded_at text NOT NULL,
        recorded_on date NOT NULL,
        actor_id text NOT NULL,
        organisation text NOT NULL,
        role text NOT NULL,
        PRIMARY KEY (subject, ordinal)
      )`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP TABLE read_model.history`);
  }
}
