import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';

const CHANNEL = 'handover_events';
const CONNECT_MS = 5_000;
const KEEP_ALIVE_MS = 30_000;
const RECONNECT_MS = 1_000;

/**
 * Hears the notice that PostgreSQL sends with each append, on a connection of its own. It is a hint only: notices are lost
 * while the connection is, so each new connection wakes everybody, and readers poll as well.
 */
export class AppendListener {
  private readonly wakes = new Set<() => void>();
  private readonly closing = new AbortController();
  private running: Promise<void> | undefined;

  constructor(
    private readonly databaseUrl: string,
    private readonly reconnectMs = RECONNECT_MS,
  ) {}

  /** Connects with the first listener. Returns how to stop listening. */
  listen(wake: () => void): () => void {
    const own = () => wake();
    this.wakes.add(own);
    this.running ??= this.stayConnected();
    return () => {
      this.wakes.delete(own);
    };
  }

  async close(): Promise<void> {
    this.closing.abort();
    await this.running;
  }

  private async stayConnected(): Promise<void> {
    const { signal } = this.closing;
    while (!signal.aborted) {
      await this.connectedOnce(signal);
      await pause(this.reconnectMs, undefined, { signal, ref: false }).catch(() => undefined);
    }
  }

  /** Resolves when the connection is over, for whatever reason. */
  private async connectedOnce(signal: AbortSignal): Promise<void> {
    const client = new pg.Client({
      connectionString: this.databaseUrl,
      connectionTimeoutMillis: CONNECT_MS,
      keepAlive: true,
      // A route that dies without a word is noticed within minutes, and not after the hours that systems wait by themselves.
      keepAliveInitialDelayMillis: KEEP_ALIVE_MS,
    });
    let onClosing = (): void => undefined;
    const over = new Promise<void>((resolve) => {
      onClosing = resolve;
      client.once('end', resolve);
      client.on('error', () => resolve());
    });
    signal.addEventListener('abort', onClosing);
    client.on('notification', () => this.wakeAll());
    try {
      await client.connect();
      await client.query(`LISTEN ${CHANNEL}`);
      this.wakeAll();
      await over;
    } catch {
      // The database is away. The pause that follows is as good as any other answer.
    } finally {
      // Left there, each connection that was lost would keep one more for the life of the process.
      signal.removeEventListener('abort', onClosing);
      await client.end().catch(() => undefined);
    }
  }

  private wakeAll(): void {
    for (const wake of this.wakes) wake();
  }
}
