import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The answers to recent commands, so that a command that is sent again is answered again and not carried out again. */
export class CreateIdempotencyKeys1790000101000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    // The key starts with the organisation: a taken key must not tell anybody else that it exists.
    await queryRunner.query(`
      CREATE TABLE idempotency_key (
        organisation text NOT NULL,
        actor text NOT NULL,
        key text NOT NULL,
        route text NOT NULL,
        fingerprint text NOT NULL,
        state text NOT NULL CHECK (state IN ('running', 'done')),
        status smallint,
        headers json,
        body text,
        started_at timestamptz NOT NULL,
        finished_at timestamptz,
        PRIMARY KEY (organisation, actor, key, route),
        CHECK ((state = 'done') = (status IS NOT NULL AND finished_at IS NOT NULL))
      )`);
    await queryRunner.query(
      `CREATE INDEX idempotency_key_age ON idempotency_key (coalesce(finished_at, started_at))`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP TABLE idempotency_key`);
  }
}
