import type { MigrationInterface, QueryRunner } from 'typeorm';

const APPEND_BATCH =
  'event_store.append_batch(text[], integer[], integer[], uuid[], text[], integer[], bytea[], bytea[])';

/**
 * The role that the event store's connections take: it reads events and appends them through the function, and has no other
 * right to them. So a fault in the product that reaches the database by this way cannot change history, not even by
 * turning off the trigger that refuses to.
 */
export class CreateEventStoreRole1790000701000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    // Roles belong to the server and not to one database: another database of it may have made this one.
    await queryRunner.query(`
      DO $$ BEGIN
        CREATE ROLE handover_events NOLOGIN;
      EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
      END $$`);
    // Whoever signs in has to be a member to take the role. Another sign-in than that of the migrations is granted it by hand.
    await queryRunner.query('GRANT handover_events TO CURRENT_USER');
    await queryRunner.query('GRANT USAGE ON SCHEMA event_store TO handover_events');
    await queryRunner.query('GRANT SELECT ON event_store.events TO handover_events');
    await queryRunner.query(`REVOKE EXECUTE ON FUNCTION ${APPEND_BATCH} FROM PUBLIC`);
    await queryRunner.query(`GRANT EXECUTE ON FUNCTION ${APPEND_BATCH} TO handover_events`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`REVOKE EXECUTE ON FUNCTION ${APPEND_BATCH} FROM handover_events`);
    await queryRunner.query(`GRANT EXECUTE ON FUNCTION ${APPEND_BATCH} TO PUBLIC`);
    await queryRunner.query('REVOKE SELECT ON event_store.events FROM handover_events');
    await queryRunner.query('REVOKE USAGE ON SCHEMA event_store FROM handover_events');
  }
}
