import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is to be done outside of the product because of an event, and what has come of it. */
export class CreateOutbox1790000503000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    // The id follows from the reactor, the event and the number of the effect, so nothing can stand here twice.
    await queryRunner.query(`
      CREATE TABLE outbox (
        id uuid PRIMARY KEY,
        reactor text NOT NULL,
        event_id uuid NOT NULL,
        effect text NOT NULL,
        payload json NOT NULL,
        status text NOT NULL DEFAULT 'waiting' CHECK (status IN ('waiting', 'delivered', 'dead')),
        attempts integer NOT NULL DEFAULT 0,
        next_try_at timestamptz NOT NULL DEFAULT now(),
        last_fault text,
        created_at timestamptz NOT NULL DEFAULT now(),
        delivered_at timestamptz
      )`);
    await queryRunner.query(
      `CREATE INDEX outbox_due ON outbox (next_try_at, created_at) WHERE status = 'waiting'`,
    );
    await queryRunner.query(`CREATE INDEX outbox_dead ON outbox (created_at) WHERE status = 'dead'`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP TABLE outbox`);
  }
}
