import type { Socket } from 'node:net';
import pg from 'pg';

/** What `pg` has under its client. */
interface ClientWithin {
  readonly connection: { readonly stream: Socket };
  /** False from when a statement is sent until the server says that it is ready for another. */
  readonly readyForQuery: boolean;
}

export interface HearingClientConfig extends pg.ClientConfig {
  /** For how many milliseconds the database may say nothing while it is asked. For ever, unless it is given. */
  readonly answerWithinMs?: number;
}

/**
 * A connection that hears of its own end. The database may end a session between two statements of a transaction, when
 * nobody waits for an answer that could carry the fault: unheard, it would end the process. The next statement fails.
 *
 * It also ends when the database is silent for too long, as if the network had given up. The timer is the socket's own and lives
 * as long as the connection: `query_timeout` of `pg` makes one for each statement, on which most of the garbage of a busy process
 * then hangs.
 */
export class HearingClient extends pg.Client {
  constructor(config: HearingClientConfig = {}) {
    super(config);
    this.on('error', () => undefined);
    const { answerWithinMs } = config;
    if (answerWithinMs !== undefined) this.once('connect', () => this.endWhenSilentFor(answerWithinMs));
  }

  private endWhenSilentFor(milliseconds: number): void {
    const { stream } = this.within.connection;
    stream.setTimeout(milliseconds);
    stream.on('timeout', () => {
      if (this.within.readyForQuery) return;
      const silence = new Error(`The database has not answered for ${milliseconds} milliseconds (timeout)`);
      stream.destroy(Object.assign(silence, { code: 'ETIMEDOUT' }));
    });
  }

  private get within(): ClientWithin {
    return this as unknown as ClientWithin;
  }
}
