import { EventEmitter } from 'node:events';
import { HearingClient, type HearingClientConfig } from '../../persistence/hearing-client.js';
import { MessageSplitter } from './message-splitter.js';

/** What `pg` has under its client: where bytes come in, and the event by which a row goes to the query that runs. */
interface ConnectionOfClient {
  attachListeners(stream: EventEmitter): void;
  emit(event: 'dataRow', message: { readonly fields: readonly [Buffer] }): boolean;
}

/**
 * A client that hands over each row as the bytes that PostgreSQL sent. `pg` makes text of every value, which cannot carry
 * values in binary form; and text takes PostgreSQL five times as long to write as binary does. Only rows go another way:
 * everything else is read by `pg` as ever. `queryRawRows` asks.
 */
export class RawRowsClient extends HearingClient {
  constructor(config?: HearingClientConfig) {
    super(config);
    const { connection } = this as unknown as { readonly connection: ConnectionOfClient };
    const attach = connection.attachListeners.bind(connection);
    connection.attachListeners = (stream) => {
      const others = new EventEmitter();
      attach(others);
      const splitter = new MessageSplitter(
        (row) => connection.emit('dataRow', { fields: [row] }),
        (bytes) => others.emit('data', bytes),
      );
      stream.on('data', (chunk: Buffer) => splitter.take(chunk));
      stream.on('end', () => others.emit('end'));
    };
  }
}
