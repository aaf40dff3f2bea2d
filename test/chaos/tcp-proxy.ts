import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** Where a connection breaks, seen from whoever asked. */
export type Cut =
  /** The request never arrives. */
  | 'before-request'
  /** The request arrives, and nothing of what follows comes back. */
  | 'after-request'
  /** The answer is on its way and does not arrive. */
  | 'before-answer'
  /** Half of the answer arrives. */
  | 'in-answer';

export const CUTS: readonly [Cut, ...Cut[]] = [
  'before-request',
  'after-request',
  'before-answer',
  'in-answer',
];

/** Stands between two processes on this machine and breaks the next connections where it is told to. */
export class TcpProxy {
  private readonly open = new Set<Socket>();
  private readonly planned: Cut[] = [];
  /** How many connections it has broken. */
  cuts = 0;

  private constructor(
    private readonly server: Server,
    private readonly targetPort: number,
  ) {}

  static async start(targetPort: number): Promise<TcpProxy> {
    const server = createServer();
    const proxy = new TcpProxy(server, targetPort);
    server.on('connection', (client) => proxy.join(client));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return proxy;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  /** Breaks the connections of the next requests, one for each. */
  plan(...cuts: readonly Cut[]): void {
    this.planned.push(...cuts);
  }

  /** What was planned and did not come about is dropped. */
  calm(): void {
    this.planned.length = 0;
  }

  async close(): Promise<void> {
    this.server.close();
    this.open.forEach((socket) => socket.destroy());
    await once(this.server, 'close');
  }

  private join(client: Socket): void {
    const target = connect(this.targetPort, '127.0.0.1');
    let cutAnswer: Cut | undefined;
    const breakOff = () => {
      client.destroy();
      target.destroy();
    };
    for (const socket of [client, target]) {
      this.open.add(socket);
      socket.on('error', breakOff);
      socket.on('close', () => {
        this.open.delete(socket);
        breakOff();
      });
    }
    client.on('data', (request) => {
      const cut = this.planned.shift();
      if (cut !== undefined) this.cuts += 1;
      if (cut === 'before-request') return breakOff();
      if (cut === 'after-request') return void target.write(request, breakOff);
      cutAnswer = cut ?? cutAnswer;
      target.write(request);
    });
    target.on('data', (answer) => {
      if (cutAnswer === undefined) return void client.write(answer);
      if (cutAnswer === 'before-answer') return breakOff();
      client.write(answer.subarray(0, Math.ceil(answer.length / 2)), breakOff);
    });
  }
}
