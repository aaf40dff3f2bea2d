import type { MigrationInterface, QueryRunner } from 'typeorm';

const LEAF_HASH_AT =
  'event_store.leaf_hash_at(bigint, integer, bytea, uuid, integer, text, text, bytea, bytea)';
const APPEND_ALL_OR_EACH =
  'event_store.append_all_or_each(text[], integer[], uuid[], text[], integer[], bytea[], bytea[])';

/**
 * A quicker way for appends of one event each: nearly always all of them fit, so they are written without a look for their ids or
 * for streams that nobody expects to be there. Only where the keys of the table or the count of what was written say otherwise is
 * that undone, and `append_one_each` judges each.
 */
export class AppendAllOrEach1790002703000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await createLeafHashAt(queryRunner);
    await createAppendAllOrEach(queryRunner);
    await queryRunner.query(`REVOKE EXECUTE ON FUNCTION ${APPEND_ALL_OR_EACH} FROM PUBLIC`);
    await queryRunner.query(`GRANT EXECUTE ON FUNCTION ${APPEND_ALL_OR_EACH} TO handover_events`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP FUNCTION ${APPEND_ALL_OR_EACH}`);
    await queryRunner.query(`DROP FUNCTION ${LEAF_HASH_AT}`);
  }
}

/** As `leaf_hash`, with the moment as the eight bytes that go into the hash: all events of a batch have the same. */
async function createLeafHashAt(queryRunner: QueryRunner): Promise<void> {
  await queryRunner.query(`
    CREATE FUNCTION event_store.leaf_hash_at(
      p_position bigint, p_revision integer, p_recorded_at bytea, p_event_id uuid, p_schema_version integer,
      p_stream text, p_type text, p_data bytea, p_metadata bytea
    ) RETURNS bytea LANGUAGE sql STABLE STRICT PARALLEL SAFE AS $$
      SELECT sha256(
        '\\x00'::bytea
        || int8send(p_position)
        || int4send(p_revision)
        || p_recorded_at
        || uuid_send(p_event_id)
        || int4send(p_schema_version)
        || int4send(octet_length(convert_to(p_stream, 'UTF8'))) || convert_to(p_stream, 'UTF8')
        || int4send(octet_length(convert_to(p_type, 'UTF8'))) || convert_to(p_type, 'UTF8')
        || int4send(octet_length(p_data)) || p_data
        || int4send(octet_length(p_metadata)) || p_metadata
      )
    $$`);
}

/**
 * Answers with one row for all that it stored, 'all-appended' with the position of the first and the moment of all; or with what
 * `append_one_each` answers. As there, no stream may be named twice.
 */
async function createAppendAllOrEach(queryRunner: QueryRunner): Promise<void> {
  await queryRunner.query(`
    CREATE FUNCTION event_store.append_all_or_each(
      p_streams text[], p_expected_revisions integer[], p_event_ids uuid[], p_types text[], p_schema_versions integer[],
      p_data bytea[], p_metadata bytea[]
    ) RETURNS TABLE (outcome text, at_revision integer, at_position bigint, at_instant timestamptz)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp AS $$
    DECLARE
      v_done text;
      v_position bigint;
      v_recorded_at timestamptz;
      v_instant bytea;
      v_stored integer;
    BEGIN
      v_done := pg_advisory_xact_lock(4837202)::text;

      SELECT e.position, greatest(clock_timestamp(), e.recorded_at) INTO v_position, v_recorded_at
      FROM event_store.events e ORDER BY e.position DESC LIMIT 1;
      IF NOT FOUND THEN
        v_position := 0;
        v_recorded_at := clock_timestamp();
      END IF;
      v_instant := int8send((extract(epoch FROM v_recorded_at) * 1000000)::bigint);

      BEGIN
        INSERT INTO event_store.events
          (position, stream, revision, event_id, type, schema_version, data, metadata, recorded_at, hash)
        SELECT new.position, new.stream, new.revision, new.event_id, new.type, new.schema_version, new.data, new.metadata,
          v_recorded_at,
          sha256(new.previous_hash || event_store.leaf_hash_at(
            new.position, new.revision, v_instant, new.event_id, new.schema_version, new.stream, new.type, new.data, new.metadata))
        FROM (
          SELECT a.*, v_position + a.n AS position, a.expected + 1 AS revision,
            coalesce(head.hash, '\\x0000000000000000000000000000000000000000000000000000000000000000'::bytea) AS previous_hash
          FROM unnest(p_streams, p_expected_revisions, p_event_ids, p_types, p_schema_versions, p_data, p_metadata)
            WITH ORDINALITY AS a (stream, expected, event_id, type, schema_version, data, metadata, n)
          LEFT JOIN LATERAL (
            SELECT e.revision, e.hash FROM event_store.events e
            WHERE a.expected <> 0 AND e.stream = a.stream ORDER BY e.revision DESC LIMIT 1
          ) AS head ON true
          WHERE coalesce(head.revision, 0) = a.expected
        ) AS new;
        GET DIAGNOSTICS v_stored = ROW_COUNT;
        IF v_stored < cardinality(p_streams) THEN
          RAISE unique_violation;
        END IF;
      EXCEPTION WHEN unique_violation THEN
        RETURN QUERY SELECT * FROM event_store.append_one_each(
          p_streams, p_expected_revisions, p_event_ids, p_types, p_schema_versions, p_data, p_metadata);
        RETURN;
      END;

      outcome := 'all-appended';
      at_position := v_position + 1;
      at_instant := v_recorded_at;
      RETURN NEXT;
      v_done := pg_notify('handover_events', '')::text;
    END $$`);
}
