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
    await createTables(queryRunner);
    await createImmutability(queryRunner);
    await createLeafHash(queryRunner);
    await createAppend(queryRunner);
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

async function createTables(queryRunner: QueryRunner): Promise<void> {
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
  // Room in the page lets an update stay beside its row instead of touching the index.
  await queryRunner.query(`
    CREATE TABLE event_store.streams (
      stream text PRIMARY KEY,
      revision integer NOT NULL,
      hash bytea NOT NULL
    ) WITH (fillfactor = 80)`);
  // A sequence would hand out numbers in an order that is not the order of commits, and a tailing reader would miss events.
  // One row that is locked until the commit gives contiguous positions in commit order.
  await queryRunner.query(`
    CREATE TABLE event_store.counter (
      one boolean PRIMARY KEY DEFAULT true CHECK (one),
      position bigint NOT NULL,
      recorded_at timestamptz NOT NULL
    ) WITH (fillfactor = 10)`);
  await queryRunner.query(
    `INSERT INTO event_store.counter (position, recorded_at) VALUES (0, '1970-01-01T00:00:00Z')`,
  );
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

async function createAppend(queryRunner: QueryRunner): Promise<void> {
  // A conflict is returned and not raised, because an SQL error costs the pooled connection. Without force_generic_plan
  // PostgreSQL plans the statements anew on every call, which takes longer than running them.
  await queryRunner.query(`
    CREATE FUNCTION event_store.append_events(
      p_stream text, p_expected_revision integer,
      p_event_ids uuid[], p_types text[], p_schema_versions integer[], p_data bytea[], p_metadata bytea[],
      OUT outcome text, OUT at_revision integer, OUT at_position bigint
    ) LANGUAGE plpgsql SET plan_cache_mode = force_generic_plan AS $$
    DECLARE
      v_count CONSTANT integer := cardinality(p_event_ids);
      v_created boolean := false;
      v_revision integer;
      v_hash bytea;
      v_seen integer := 0;
      v_same integer := 0;
      v_is_same boolean;
      v_position bigint;
      v_recorded_at timestamptz;
    BEGIN
      IF v_count = 0 THEN
        RAISE EXCEPTION 'An append holds at least one event';
      END IF;

      -- The stream is locked first, so that a second sender of the same events waits and then finds them.
      IF p_expected_revision = 0 THEN
        INSERT INTO event_store.streams (stream, revision, hash)
        VALUES (p_stream, 0, decode(repeat('00', 32), 'hex'))
        ON CONFLICT DO NOTHING;
        v_created := FOUND;
      END IF;
      SELECT s.revision, s.hash INTO v_revision, v_hash
      FROM event_store.streams s WHERE s.stream = p_stream FOR UPDATE;
      v_revision := coalesce(v_revision, 0);

      -- Metadata may differ on a repeat: the correlation id belongs to the request, and this is another request.
      FOR i IN 1..v_count LOOP
        SELECT coalesce(e.stream = p_stream AND e.type = p_types[i] AND e.data = p_data[i]
                        AND (i = 1 OR e.revision = at_revision + 1), false),
               e.revision, e.position
        INTO v_is_same, at_revision, at_position
        FROM event_store.events e WHERE e.event_id = p_event_ids[i];
        CONTINUE WHEN NOT FOUND;
        v_seen := v_seen + 1;
        v_same := v_same + v_is_same::integer;
      END LOOP;

      IF v_seen > 0 OR v_revision <> p_expected_revision THEN
        IF v_created THEN
          DELETE FROM event_store.streams s WHERE s.stream = p_stream;
        END IF;
        outcome := CASE
          WHEN v_seen = 0 THEN 'wrong-revision'
          WHEN v_same = v_count THEN 'repeated'
          ELSE 'event-id-reused'
        END;
        IF v_seen = 0 THEN
          at_revision := v_revision;
        END IF;
        RETURN;
      END IF;

      -- The counter is locked last and until the commit: every other append waits for it. Time never goes back.
      UPDATE event_store.counter c
      SET position = c.position + v_count, recorded_at = greatest(clock_timestamp(), c.recorded_at)
      RETURNING c.position - v_count, c.recorded_at INTO v_position, v_recorded_at;

      FOR i IN 1..v_count LOOP
        v_revision := v_revision + 1;
        v_position := v_position + 1;
        v_hash := sha256(v_hash || event_store.leaf_hash(
          v_position, v_revision, v_recorded_at, p_event_ids[i], p_schema_versions[i],
          p_stream, p_types[i], p_data[i], p_metadata[i]));
        INSERT INTO event_store.events
          (position, stream, revision, event_id, type, schema_version, data, metadata, recorded_at, hash)
        VALUES
          (v_position, p_stream, v_revision, p_event_ids[i], p_types[i], p_schema_versions[i], p_data[i], p_metadata[i],
           v_recorded_at, v_hash);
      END LOOP;

      UPDATE event_store.streams s SET revision = v_revision, hash = v_hash WHERE s.stream = p_stream;
      -- Equal notices of one transaction are sent once, however many appends it holds.
      PERFORM pg_notify('handover_events', '');
      outcome := 'appended';
      at_revision := v_revision;
      at_position := v_position;
    END $$`);
}
