import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The event store: one row per event, one server-side function that appends, and a hash chain per stream.
 *
 * The hash of an event is sha256(previous || leaf), where previous is the hash of the event before it in its stream, or 32
 * zero bytes for the first, and leaf is sha256 of these bytes in this order (integers are big-endian):
 *
 *   1 byte   zero, which marks a leaf (RFC 9162)
 *   8 bytes  position
 *   4 bytes  revision
 *   8 bytes  recorded_at, in microseconds since 1970-01-01T00:00:00Z
 *   16 bytes event_id
 *   4 bytes  schema_version
 *   and for each of stream, type (both UTF-8), data, metadata: its length in bytes as 4 bytes, then the bytes.
 *
 * The layout is part of the format: evidence that was given out is checked against it for ever.
 */
export class CreateEventStore1790000000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`CREATE SCHEMA event_store`);
    await createTable(queryRunner);
    await createImmutability(queryRunner);
    await createLeafHash(queryRunner);
    await createAppendBatch(queryRunner);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    // Going back a version must not be a way to lose history.
    await queryRunner.query(`
      DO $$ BEGIN
        IF EXISTS (SELECT FROM event_store.events) THEN
          RAISE EXCEPTION 'The event store holds events and is not dropped';
        END IF;
      END $$`);
    await queryRunner.query(`DROP SCHEMA event_store CASCADE`);
  }
}

async function createTable(queryRunner: QueryRunner): Promise<void> {
  // Payloads are bytea and not jsonb, which reorders keys and drops duplicates: the hash is over what was stored.
  await queryRunner.query(`
    CREATE TABLE event_store.events (
      position bigint PRIMARY KEY,
      stream text NOT NULL,
      revision integer NOT NULL,
      event_id uuid NOT NULL CONSTRAINT events_event_id UNIQUE,
      type text NOT NULL,
      schema_version integer NOT NULL,
      data bytea NOT NULL,
      metadata bytea NOT NULL,
      recorded_at timestamptz NOT NULL,
      hash bytea NOT NULL,
      CONSTRAINT events_stream_revision UNIQUE (stream, revision)
    )`);
}

async function createImmutability(queryRunner: QueryRunner): Promise<void> {
  await queryRunner.query(`
    CREATE FUNCTION event_store.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      RAISE EXCEPTION 'Events are never changed: % refused', TG_OP USING ERRCODE = 'insufficient_privilege';
    END $$`);
  await queryRunner.query(`
    CREATE TRIGGER events_are_never_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON event_store.events
    FOR EACH STATEMENT EXECUTE FUNCTION event_store.refuse_change()`);
}

async function createLeafHash(queryRunner: QueryRunner): Promise<void> {
  await queryRunner.query(`
    CREATE FUNCTION event_store.leaf_hash(
      p_position bigint, p_revision integer, p_recorded_at timestamptz, p_event_id uuid, p_schema_version integer,
      p_stream text, p_type text, p_data bytea, p_metadata bytea
    ) RETURNS bytea LANGUAGE sql STABLE STRICT PARALLEL SAFE AS $$
      SELECT sha256(
        '\\x00'::bytea
        || int8send(p_position)
        || int4send(p_revision)
        || int8send((extract(epoch FROM p_recorded_at) * 1000000)::bigint)
        || uuid_send(p_event_id)
        || int4send(p_schema_version)
        || int4send(octet_length(convert_to(p_stream, 'UTF8'))) || convert_to(p_stream, 'UTF8')
        || int4send(octet_length(convert_to(p_type, 'UTF8'))) || convert_to(p_type, 'UTF8')
        || int4send(octet_length(p_data)) || p_data
        || int4send(octet_length(p_metadata)) || p_metadata
      )
    $$`);
}

/** Makes the function, or puts it back. */
export async function createAppendBatch(queryRunner: QueryRunner): Promise<void> {
  // Appends wait for one another at the lock, and it is held until the commit. So positions are contiguous in the order of
  // commits, where a sequence would hand them out in another order and a tailing reader would miss events; and each statement
  // after the lock sees all that was appended before, so that nothing can change between a look and the writing. Many appends
  // are carried out by one call, because what takes time is the wait for the disk at the commit.
  //
  // A conflict is returned and not raised, because an SQL error costs the pooled connection. Without force_generic_plan
  // PostgreSQL plans the statements anew on every call, which takes longer than running them; and a plan that was made while
  // the table was empty must not read all of it later. The function runs as its owner: whoever appends needs no right to
  // write to the table.
  await queryRunner.query(`
    CREATE OR REPLACE FUNCTION event_store.append_batch(
      p_streams text[], p_expected_revisions integer[], p_event_counts integer[],
      p_event_ids uuid[], p_types text[], p_schema_versions integer[], p_data bytea[], p_metadata bytea[]
    ) RETURNS TABLE (outcome text, at_revision integer, at_position bigint)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp SET plan_cache_mode = force_generic_plan SET enable_seqscan = off AS $$
    DECLARE
      v_taken uuid[];
      v_appended boolean := false;
      v_position bigint;
      v_recorded_at timestamptz;
      v_stream text;
      v_revision integer;
      v_hash bytea;
      v_first integer;
      v_last integer := 0;
    BEGIN
      PERFORM pg_advisory_xact_lock(4837202);

      -- Time never goes back, whatever the clock of the server does.
      SELECT e.position, greatest(clock_timestamp(), e.recorded_at) INTO v_position, v_recorded_at
      FROM event_store.events e ORDER BY e.position DESC LIMIT 1;
      IF NOT FOUND THEN
        v_position := 0;
        v_recorded_at := clock_timestamp();
      END IF;
      SELECT array_agg(e.event_id) INTO v_taken FROM event_store.events e WHERE e.event_id = ANY (p_event_ids);

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

        SELECT e.revision, e.hash INTO v_revision, v_hash
        FROM event_store.events e WHERE e.stream = v_stream ORDER BY e.revision DESC LIMIT 1;
        IF NOT FOUND THEN
          v_revision := 0;
          v_hash := decode(repeat('00', 32), 'hex');
        END IF;

        IF v_revision <> p_expected_revisions[n] THEN
          outcome := 'wrong-revision';
          at_revision := v_revision;
          at_position := NULL;
          RETURN NEXT;
          CONTINUE;
        END IF;

        FOR i IN v_first..v_last LOOP
          v_revision := v_revision + 1;
          v_position := v_position + 1;
          v_hash := sha256(v_hash || event_store.leaf_hash(
            v_position, v_revision, v_recorded_at, p_event_ids[i], p_schema_versions[i],
            v_stream, p_types[i], p_data[i], p_metadata[i]));
          INSERT INTO event_store.events
            (position, stream, revision, event_id, type, schema_version, data, metadata, recorded_at, hash)
          VALUES
            (v_position, v_stream, v_revision, p_event_ids[i], p_types[i], p_schema_versions[i], p_data[i], p_metadata[i],
             v_recorded_at, v_hash);
        END LOOP;
        v_appended := true;
        outcome := 'appended';
        at_revision := v_revision;
        at_position := v_position;
        RETURN NEXT;
      END LOOP;

      -- One notice for all of the batch: notices of their own would take half of the time.
      IF v_appended THEN
        PERFORM pg_notify('handover_events', '');
      END IF;
    END $$`);
}
