import { Agent, request, type IncomingHttpHeaders } from 'node:http';

export interface Sent {
  readonly method?: 'GET' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface Answered {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

/**
 * Sends requests on connections that stay open. What `fetch` leaves behind for each lives until a large collection of garbage,
 * which stops this process for longer than the answers take that it is to time.
 */
export class LoadClient {
  private readonly agent = new Agent({ keepAlive: true });

  /** @throws Error when there is no whole answer. */
  send(address: string, { method = 'GET', headers = {}, body }: Sent = {}): Promise<Answered> {
    return new Promise((resolve, reject) => {
      const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
      const sent = request(
        address,
        { method, agent: this.agent, headers: { ...headers, ...length } },
        (answer) => {
          const parts: Buffer[] = [];
          answer.on('data', (part: Buffer) => parts.push(part));
          answer.on('error', reject);
          answer.on('end', () =>
            resolve({
              status: answer.statusCode ?? 0,
              headers: answer.headers,
              text: Buffer.concat(parts).toString('utf8'),
            }),
          );
        },
      );
      sent.on('error', reject);
      sent.end(body);
    });
  }

  /** Closes the connections. */
  close(): void {
    this.agent.destroy();
  }
}
