import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Has the answer to a command be written where its key stands: into the same page, with room kept for it, and without a change to
 * any index. So the age of a key is that of its start, which an answer follows within seconds.
 */
export class KeepIdempotencyKeysInPlace1790002702000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP INDEX idempotency_key_age');
    await queryRunner.query('CREATE INDEX idempotency_key_age ON idempotency_key (started_at)');
    await queryRunner.query('ALTER TABLE idempotency_key SET (fillfactor = 25)');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE idempotency_key RESET (fillfactor)');
    await queryRunner.query('DROP INDEX idempotency_key_age');
    await queryRunner.query(
      'CREATE INDEX idempotency_key_age ON idempotency_key (coalesce(finished_at, started_at))',
    );
  }
}
