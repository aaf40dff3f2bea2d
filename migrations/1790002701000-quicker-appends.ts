import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createAppendBatch } from './1790000000000-event-store.js';

const APPEND_ONE = 'event_store.append_one(text, integer, uuid, text, integer, bytea, bytea)';
const APPEND_ONE_EACH =
  'event_store.append_one_each(text[], integer[], uuid[], text[], integer[], bytea[], bytea[])';

/**
 * Two quicker ways for the appends that are most of all: of one event, and of one event each to several streams. They take the
 * same lock, answer and store the same as `append_batch`, which goes on carrying out everything else, and say besides when they
 * recorded what they stored. `append_batch` now looks for all streams at once and writes all events at once.
 */
export class QuickerAppends1790002701000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await createAppendOne(queryRunner);
    await createAppendOneEach(queryRunner);
    await replaceAppendBatch(queryRunner);
    for (const each of [APPEND_ONE, APPEND_ONE_EACH]) {
      await queryRunner.query(`REVOKE EXECUTE ON FUNCTION ${each} FROM PUBLIC`);
      await queryRunner.query(`GRANT EXECUTE ON FUNCTION ${each} TO handover_events`);
    }
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP FUNCTION ${APPEND_ONE_EACH}`);
    await queryRunner.query(`DROP FUNCTION ${APPEND_ONE}`);
    await createAppendBatch(queryRunner);
  }
}

// As in `append_batch`, each look comes after the lock and so sees what was committed before it. How statements are planned is
// set by the connection, as it opens: to set and unset that in each call takes a tenth of what an append takes. Where a
// function gives back nothing it is assigned, because PERFORM runs a query of its own for it.

async function createAppendOne(queryRunner: QueryRunner): Promise<void> {
  await queryRunner.query(`
    CREATE FUNCTION event_store.append_one(
      p_stream text, p_expected_revision integer, p_event_id uuid, p_type text, p_schema_version integer,
      p_data bytea, p_metadata bytea, OUT outcome text, OUT at_revision integer, OUT at_position bigint,
      OUT at_instant timestamptz
    ) LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp AS $$
    DECLARE
      v_done text;
      v_hash bytea;
    BEGIN
      v_done := pg_advisory_xact_lock(4837202)::text;

      SELECT
        CASE WHEN e.stream = p_stream AND e.type = p_type AND e.data = p_data THEN 'repeated' ELSE 'event-id-reused' END,
        e.revision, e.position
      INTO outcome, at_revision, at_position
      FROM event_store.events e WHERE e.event_id = p_event_id;
      IF FOUND THEN
        RETURN;
      END IF;

      SELECT e.revision, e.hash INTO at_revision, v_hash
      FROM event_store.events e WHERE e.stream = p_stream ORDER BY e.revision DESC LIMIT 1;
      IF NOT FOUND THEN
        at_revision := 0;
        v_hash := '\\x0000000000000000000000000000000000000000000000000000000000000000'::bytea;
      END IF;
      IF at_revision <> p_expected_revision THEN
        outcome := 'wrong-revision';
        RETURN;
      END IF;

      SELECT e.position + 1, greatest(clock_timestamp(), e.recorded_at) INTO at_position, at_instant
      FROM event_store.events e ORDER BY e.position DESC LIMIT 1;
      IF NOT FOUND THEN
        at_position := 1;
        at_instant := clock_timestamp();
      END IF;
      outcome := 'appended';
      at_revision := at_revision + 1;
      INSERT INTO event_store.events
        (position, stream, revision, event_id, type, schema_version, data, metadata, recorded_at, hash)
      VALUES
        (at_position, p_stream, at_revision, p_event_id, p_type, p_schema_version, p_data, p_metadata, at_instant,
         sha256(v_hash || event_store.leaf_hash(
           at_position, at_revision, at_instant, p_event_id, p_schema_version, p_stream, p_type, p_data, p_metadata)));
      v_done := pg_notify('handover_events', '')::text;
    END $$`);
}

/**
 * No stream may be named twice: two events for one place in a stream would fail together, and nothing be stored.
 *
 * Each look is for one row, by a subquery with a limit: joined to the table as a whole, a plan from the days when it was small
 * might read an index from end to end.
 */
async function createAppendOneEach(queryRunner: QueryRunner): Promise<void> {
  await queryRunner.query(`
    CREATE FUNCTION event_store.append_one_each(
      p_streams text[], p_expected_revisions integer[], p_event_ids uuid[], p_types text[], p_schema_versions integer[],
      p_data bytea[], p_metadata bytea[]
    ) RETURNS TABLE (outcome text, at_revision integer, at_position bigint, at_instant timestamptz)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp AS $$
    DECLARE
      v_done text;
      v_position bigint;
      v_recorded_at timestamptz;
    BEGIN
      v_done := pg_advisory_xact_lock(4837202)::text;

      SELECT e.position, greatest(clock_timestamp(), e.recorded_at) INTO v_position, v_recorded_at
      FROM event_store.events e ORDER BY e.position DESC LIMIT 1;
      IF NOT FOUND THEN
        v_position := 0;
        v_recorded_at := clock_timestamp();
      END IF;

      RETURN QUERY
      WITH looked_up AS (
        SELECT a.*, coalesce(head.revision, 0) AS revision, head.hash,
          taken.revision AS taken_revision, taken.position AS taken_position, taken.is_same,
          taken.position IS NULL AND coalesce(head.revision, 0) = a.expected AS fits
        FROM unnest(p_streams, p_expected_revisions, p_event_ids, p_types, p_schema_versions, p_data, p_metadata)
          WITH ORDINALITY AS a (stream, expected, event_id, type, schema_version, data, metadata, n)
        LEFT JOIN LATERAL (
          SELECT e.revision, e.hash FROM event_store.events e WHERE e.stream = a.stream ORDER BY e.revision DESC LIMIT 1
        ) AS head ON true
        LEFT JOIN LATERAL (
          SELECT e.revision, e.position, e.stream = a.stream AND e.type = a.type AND e.data = a.data AS is_same
          FROM event_store.events e WHERE e.event_id = a.event_id LIMIT 1
        ) AS taken ON true
      ), judged AS MATERIALIZED (
        SELECT *, v_position + count(*) FILTER (WHERE fits) OVER (ORDER BY n ROWS UNBOUNDED PRECEDING) AS position
        FROM looked_up
      ), stored AS (
        INSERT INTO event_store.events
          (position, stream, revision, event_id, type, schema_version, data, metadata, recorded_at, hash)
        SELECT j.position, j.stream, j.revision + 1, j.event_id, j.type, j.schema_version, j.data, j.metadata, v_recorded_at,
          sha256(
            coalesce(j.hash, '\\x0000000000000000000000000000000000000000000000000000000000000000'::bytea)
            || event_store.leaf_hash(
              j.position, j.revision + 1, v_recorded_at, j.event_id, j.schema_version, j.stream, j.type, j.data, j.metadata))
        FROM judged j WHERE j.fits
      )
      SELECT
        CASE
          WHEN j.fits THEN 'appended'
          WHEN j.taken_position IS NULL THEN 'wrong-revision'
          WHEN j.is_same THEN 'repeated'
          ELSE 'event-id-reused'
        END,
        CASE WHEN j.fits THEN j.revision + 1 ELSE coalesce(j.taken_revision, j.revision) END,
        CASE WHEN j.fits THEN j.position ELSE j.taken_position END,
        CASE WHEN j.fits THEN v_recorded_at END
      FROM judged j ORDER BY j.n;

      -- Whoever has stored nothing has no number, and a notice would cost it one and a wait for the disk.
      IF pg_current_xact_id_if_assigned() IS NOT NULL THEN
        v_done := pg_notify('handover_events', '')::text;
      END IF;
    END $$`);
}

/**
 * Each append is judged on what those before it in the batch left, which is kept in `v_heads` and `v_head_hashes` at the place of
 * the first append to the stream. Nothing is written before all are judged.
 */
async function replaceAppendBatch(queryRunner: QueryRunner): Promise<void> {
  await queryRunner.query(`
    CREATE OR REPLACE FUNCTION event_store.append_batch(
      p_streams text[], p_expected_revisions integer[], p_event_counts integer[],
      p_event_ids uuid[], p_types text[], p_schema_versions integer[], p_data bytea[], p_metadata bytea[]
    ) RETURNS TABLE (outcome text, at_revision integer, at_position bigint)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp AS $$
    DECLARE
      v_done text;
      v_taken uuid[];
      v_position bigint;
      v_recorded_at timestamptz;
      v_heads integer[];
      v_head_hashes bytea[];
      v_head integer;
      v_stream text;
      v_revision integer;
      v_hash bytea;
      v_first integer;
      v_last integer := 0;
      -- An item for each event, empty where it is not stored.
      v_positions bigint[] := array_fill(NULL::bigint, ARRAY[cardinality(p_event_ids)]);
      v_streams text[] := array_fill(NULL::text, ARRAY[cardinality(p_event_ids)]);
      v_revisions integer[] := array_fill(NULL::integer, ARRAY[cardinality(p_event_ids)]);
      v_hashes bytea[] := array_fill(NULL::bytea, ARRAY[cardinality(p_event_ids)]);
      v_appended boolean := false;
    BEGIN
      v_done := pg_advisory_xact_lock(4837202)::text;

      SELECT e.position, greatest(clock_timestamp(), e.recorded_at) INTO v_position, v_recorded_at
      FROM event_store.events e ORDER BY e.position DESC LIMIT 1;
      IF NOT FOUND THEN
        v_position := 0;
        v_recorded_at := clock_timestamp();
      END IF;
      SELECT array_agg(e.event_id) INTO v_taken FROM event_store.events e WHERE e.event_id = ANY (p_event_ids);
      SELECT
        array_agg(coalesce(head.revision, 0) ORDER BY a.n),
        array_agg(
          coalesce(head.hash, '\\x0000000000000000000000000000000000000000000000000000000000000000'::bytea) ORDER BY a.n)
      INTO v_heads, v_head_hashes
      FROM unnest(p_streams) WITH ORDINALITY AS a (stream, n)
      LEFT JOIN LATERAL (
        SELECT e.revision, e.hash FROM event_store.events e WHERE e.stream = a.stream ORDER BY e.revision DESC LIMIT 1
      ) AS head ON true;

      FOR n IN 1..cardinality(p_streams) LOOP
        v_first := v_last + 1;
        v_last := v_last + p_event_counts[n];
        v_stream := p_streams[n];

        IF v_taken && p_event_ids[v_first:v_last] THEN
          -- Metadata may differ on a repeat: the correlation id belongs to the request, and this is another request.
          SELECT CASE
              WHEN count(*) = p_event_counts[n]
                AND bool_and(e.stream = v_stream AND e.type = p_types[i] AND e.data = p_data[i])
                AND min(e.revision - i) = max(e.revision - i)
              THEN 'repeated' ELSE 'event-id-reused'
            END, max(e.revision), max(e.position)
          INTO outcome, at_revision, at_position
          FROM generate_series(v_first, v_last) AS i
          JOIN event_store.events e ON e.event_id = p_event_ids[i];
          RETURN NEXT;
          CONTINUE;
        END IF;

        v_head := array_position(p_streams, v_stream);
        v_revision := v_heads[v_head];
        IF v_revision <> p_expected_revisions[n] THEN
          outcome := 'wrong-revision';
          at_revision := v_revision;
          at_position := NULL;
          RETURN NEXT;
          CONTINUE;
        END IF;

        v_hash := v_head_hashes[v_head];
        FOR i IN v_first..v_last LOOP
          v_revision := v_revision + 1;
          v_position := v_position + 1;
          v_hash := sha256(v_hash || event_store.leaf_hash(
            v_position, v_revision, v_recorded_at, p_event_ids[i], p_schema_versions[i],
            v_stream, p_types[i], p_data[i], p_metadata[i]));
          v_positions[i] := v_position;
          v_streams[i] := v_stream;
          v_revisions[i] := v_revision;
          v_hashes[i] := v_hash;
        END LOOP;
        v_heads[v_head] := v_revision;
        v_head_hashes[v_head] := v_hash;
        v_appended := true;
        outcome := 'appended';
        at_revision := v_revision;
        at_position := v_position;
        RETURN NEXT;
      END LOOP;

      IF v_appended THEN
        INSERT INTO event_store.events
          (position, stream, revision, event_id, type, schema_version, data, metadata, recorded_at, hash)
        SELECT new.position, new.stream, new.revision, new.event_id, new.type, new.schema_version, new.data, new.metadata,
          v_recorded_at, new.hash
        FROM unnest(
          v_positions, v_streams, v_revisions, p_event_ids, p_types, p_schema_versions, p_data, p_metadata, v_hashes
        ) AS new (position, stream, revision, event_id, type, schema_version, data, metadata, hash)
        WHERE new.position IS NOT NULL;
        -- One notice for all of the batch: notices of their own would take half of the time.
        v_done := pg_notify('handover_events', '')::text;
      END IF;
    END $$`);
}
