import { IncomingMessage, ServerResponse, type OutgoingHttpHeaders } from 'node:http';
import { Socket } from 'node:net';
import { Writable } from 'node:stream';

/** A request that the process makes to itself. */
export interface RequestInside {
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  /** With names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Buffer;
  /** The address that counts as the sender's. */
  readonly remoteAddress: string;
}

export interface AnswerInside {
  readonly status: number;
  readonly headers: OutgoingHttpHeaders;
  readonly body: Buffer;
}

type Router = (request: IncomingMessage, response: ServerResponse) => void;

/**
 * Has a router answer a request that never was on a wire.
 *
 * @param prepare told the raw request before the router is, so that something can be said of it
 */
export async function answerInside(
  route: Router,
  { method, url, headers, body, remoteAddress }: RequestInside,
  prepare: (raw: IncomingMessage) => void,
): Promise<AnswerInside> {
  const request = new IncomingMessage(socketOf(remoteAddress));
  Object.assign(request, { method, url, httpVersion: '1.1', httpVersionMajor: 1, httpVersionMinor: 1 });
  request.headers = {
    host: 'inside',
    ...headers,
    ...(body !== undefined && { 'content-length': String(body.length) }),
  };
  request.push(body ?? null);
  if (body !== undefined) request.push(null);
  request.complete = true;
  prepare(request);
  return new Promise((resolve, reject) => {
    const response = new KeptResponse(request, resolve);
    response.once('error', reject);
    route(request, response);
  });
}

/** A socket that leads nowhere and says whose it is. */
function socketOf(remoteAddress: string): Socket {
  return Object.defineProperty(new Socket(), 'remoteAddress', { value: remoteAddress });
}

/** Keeps what would have been sent. */
class KeptResponse extends ServerResponse {
  private readonly chunks: Buffer[] = [];

  constructor(
    request: IncomingMessage,
    private readonly done: (answer: AnswerInside) => void,
  ) {
    super(request);
    this.assignSocket(nowhere() as Socket);
  }

  /** Node would send these headers without keeping them. */
  override writeHead(status: number, ...more: unknown[]): this {
    const headers = more.find((each) => typeof each === 'object') as OutgoingHttpHeaders | undefined;
    for (const [name, value] of Object.entries(headers ?? {})) {
      if (value !== undefined) this.setHeader(name, value);
    }
    return super.writeHead(status);
  }

  override write(chunk: unknown, ...more: unknown[]): boolean {
    this.chunks.push(Buffer.from(chunk as string | Buffer));
    const callback = more.find((each) => typeof each === 'function') as (() => void) | undefined;
    callback?.();
    return true;
  }

  override end(...given: unknown[]): this {
    const [chunk] = given;
    if (chunk !== undefined && chunk !== null && typeof chunk !== 'function') this.write(chunk);
    super.end();
    this.done({
      status: this.statusCode,
      headers: this.getHeaders(),
      body: Buffer.concat(this.chunks),
    });
    return this;
  }
}

function nowhere(): Writable {
  return new Writable({
    write(_chunk, _encoding, callback) {
      callback();
    },
  });
}
