import pg from 'pg';

/**
 * A connection that hears of its own end. The database may end a session between two statements of a transaction, when
 * nobody waits for an answer that could carry the fault: unheard, it would end the process. The next statement fails.
 */
export class HearingClient extends pg.Client {
  constructor(config?: string | pg.ClientConfig) {
    super(config);
    this.on('error', () => undefined);
  }
}
