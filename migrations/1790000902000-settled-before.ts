import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The moment before which nothing can be recorded any more. An append takes its time under the lock and shows itself when it
 * commits, a little later; so whoever asks waits for the lock, and sees every event that an earlier moment was given to. It
 * reads one row, and is asked only about the time after the last event.
 */
export class CreateSettledBefore1790000902000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE FUNCTION event_store.settled_before() RETURNS timestamptz
      LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
      DECLARE
        v_last timestamptz;
      BEGIN
        PERFORM pg_advisory_xact_lock(4837202);
        SELECT e.recorded_at INTO v_last FROM event_store.events e ORDER BY e.position DESC LIMIT 1;
        RETURN greatest(clock_timestamp(), v_last);
      END $$`);
    await queryRunner.query('REVOKE EXECUTE ON FUNCTION event_store.settled_before() FROM PUBLIC');
    await queryRunner.query('GRANT EXECUTE ON FUNCTION event_store.settled_before() TO handover_events');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP FUNCTION event_store.settled_before()');
  }
}
