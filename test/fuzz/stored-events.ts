import pg from 'pg';

/** Counts the events that each request led to, straight from the store. */
export class StoredEvents {
  private last = '0';

  private constructor(private readonly client: pg.Client) {}

  static async connect(databaseUrl: string): Promise<StoredEvents> {
    const client = new pg.Client({ connectionString: databaseUrl });
    await client.connect();
    const events = new StoredEvents(client);
    await events.since('');
    return events;
  }

  /** How many events of a correlation were stored since it was last asked. Reactors store for requests of before. */
  async since(correlationId: string): Promise<number> {
    const { rows } = await this.client.query<{ position: string; correlation: string }>(
      `SELECT position, convert_from(metadata, 'UTF8')::jsonb ->> 'correlationId' AS correlation
       FROM event_store.events WHERE position > $1 ORDER BY position`,
      [this.last],
    );
    this.last = rows.at(-1)?.position ?? this.last;
    return rows.filter(({ correlation }) => correlation === correlationId).length;
  }

  async close(): Promise<void> {
    await this.client.end();
  }
}
