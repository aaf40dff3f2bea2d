import type { Socket } from 'node:net';
import type pg from 'pg';

/** Text, or bytes in the binary form of the parameter's type. */
export type RawValue = string | Uint8Array;

/** A statement that each connection prepares once, under its name. */
export interface RawStatement {
  readonly name: string;
  readonly text: string;
  readonly values: readonly RawValue[];
}

/** What `pg` offers a query that it has let have the connection. */
interface ConnectionOfQuery {
  readonly stream: Socket;
  /** Text by name: statements that the server has taken, and those of which it has not said so yet. */
  readonly parsedStatements: Readonly<Record<string, string>>;
  readonly submittedNamedStatements: Record<string, string>;
  parse(statement: { readonly name: string; readonly text: string }): void;
  bind(portal: {
    readonly statement: string;
    readonly values: readonly RawValue[];
    readonly binary: boolean;
    readonly valueMapper: (value: RawValue) => string | Buffer;
  }): void;
  execute(portal: object): void;
  sync(): void;
}

type Answer = (fault: Error | null, rows?: readonly Buffer[]) => void;

/**
 * One statement on its way, as `pg` lets a query be that is not its own: it calls the methods as the server answers.
 *
 * It does not ask for a description of the columns, which whoever reads the bytes knows. The server writes one each time it is
 * asked, and `pg` works out how to read each column: a tenth of what an append costs this process.
 */
class RawRowsQuery implements pg.Submittable {
  readonly name: string;
  readonly text: string;
  /** Set by the client that it is handed to, where there is none yet. */
  callback: Answer | undefined;
  private readonly values: readonly RawValue[];
  private readonly rows: Buffer[] = [];

  constructor({ name, text, values }: RawStatement) {
    this.name = name;
    this.text = text;
    this.values = values;
  }

  submit(to: pg.Connection): void {
    const { name, text, values } = this;
    const connection = to as unknown as ConnectionOfQuery;
    const { parsedStatements, submittedNamedStatements, stream } = connection;
    // All messages together.
    stream.cork();
    try {
      if (!(name in parsedStatements) && !(name in submittedNamedStatements)) {
        connection.parse({ name, text });
        submittedNamedStatements[name] = text;
      }
      connection.bind({ statement: name, values, binary: true, valueMapper: textOrBuffer });
      connection.execute({});
      connection.sync();
    } finally {
      stream.uncork();
    }
  }

  handleDataRow({ fields: [row] }: { readonly fields: readonly [Buffer] }): void {
    this.rows.push(row);
  }

  handleCommandComplete(): void {
    // How many rows there were is known from the rows.
  }

  handleError(fault: Error): void {
    this.callback?.(fault);
  }

  handleReadyForQuery(): void {
    this.callback?.(null, this.rows);
  }
}

function textOrBuffer(value: RawValue): string | Buffer {
  if (typeof value === 'string' || value instanceof Buffer) return value;
  return Buffer.from(value.buffer, value.byteOffset, value.byteLength);
}

/**
 * Runs a statement on a connection of a pool of `RawRowsClient`. Resolves with each row as the body of a DataRow message, its
 * values in binary form.
 *
 * @throws DatabaseError when the database refuses it, and whatever the connecting throws.
 */
export async function queryRawRows(pool: pg.Pool, statement: RawStatement): Promise<readonly Buffer[]> {
  // The pool answers with a promise whatever it is given; its types say so of its own queries only.
  return pool.query(new RawRowsQuery(statement)) as unknown as Promise<readonly Buffer[]>;
}
