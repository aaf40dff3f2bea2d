import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server as TcpServer, type Socket } from 'node:net';
import {
  Server,
  ServerCredentials,
  type sendUnaryData,
  type ServerDuplexStream,
  type ServerUnaryCall,
  type ServerWritableStream,
} from '@grpc/grpc-js';
import featureService from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/serverfeatures_grpc_pb.js';
import features from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/serverfeatures_pb.js';
import streamService from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_grpc_pb.js';
import streams from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_pb.js';
import { EventLog, type LogRecord } from './event-log.js';
import type { Fault, Moment } from './faults.js';
import {
  appended,
  confirmation,
  eventMessage,
  expectedRevisionOf,
  filterOf,
  nameOf,
  proposedOf,
  streamNotFound,
  wrongExpectedVersion,
} from './messages.js';

type AppendCall = ServerDuplexStream<streams.BatchAppendReq, streams.BatchAppendResp>;
type ReadCall = ServerWritableStream<streams.ReadReq, streams.ReadResp>;

interface Subscriber {
  readonly call: ReadCall;
  readonly wants: (record: LogRecord) => boolean;
}

/**
 * Speaks the part of KurrentDB's published gRPC protocol that the adapter needs, and keeps events in memory. It is a double: it
 * shows that the adapter says and understands the right things and what it makes of faults, not how a real server behaves.
 */
export class KurrentDbDouble {
  private readonly log = new EventLog();
  private readonly server = new Server();
  private readonly sockets = new Set<Socket>();
  private readonly subscribers = new Set<Subscriber>();
  private readonly faults = new Map<Moment, Fault[]>();
  private proxy!: TcpServer;
  private readonly heldAppends: (() => void)[] = [];
  private holdUntil = 1;
  private beforeAppend: () => void = () => undefined;
  /** How many subscriptions were ever made. */
  subscriptions = 0;

  static async start(): Promise<KurrentDbDouble> {
    const double = new KurrentDbDouble();
    await double.listen();
    return double;
  }

  get port(): number {
    return (this.proxy.address() as AddressInfo).port;
  }

  get url(): string {
    return `kurrentdb://127.0.0.1:${this.port}?tls=false`;
  }

  /** The next call that comes to this moment goes wrong, and after `times` of them it is over. */
  failNext(moment: Moment, fault: Fault, times = 1): void {
    this.faults.set(moment, [
      ...(this.faults.get(moment) ?? []),
      ...Array.from({ length: times }, () => fault),
    ]);
  }

  /** How many of them have not happened yet. */
  get faultsToCome(): number {
    return [...this.faults.values()].flat().length;
  }

  /** How many events others have written, besides what it writes for itself. */
  get eventCount(): number {
    return this.log.records.filter(({ stream }) => !stream.startsWith('$')).length;
  }

  /** Runs before the next append is looked at. */
  onceBeforeAppend(run: () => void): void {
    this.beforeAppend = run;
  }

  /** Looks at appends only when so many are there. */
  holdAppendsUntil(count: number): void {
    this.holdUntil = count;
  }

  /** Breaks every connection. New ones are taken. */
  cut(): void {
    for (const socket of this.sockets) socket.destroy();
  }

  /** Puts an event into the store past the adapter, as another writer would. */
  writeBehind(...[stream, expected, events]: Parameters<EventLog['append']>): void {
    this.log.append(stream, expected, events);
  }

  async close(): Promise<void> {
    this.cut();
    this.proxy.close();
    this.server.forceShutdown();
  }

  private async listen(): Promise<void> {
    this.server.addService(streamService.StreamsService, {
      read: (call: ReadCall) => this.read(call),
      batchAppend: (call: AppendCall) => this.batchAppend(call),
    });
    this.server.addService(featureService.ServerFeaturesService, {
      getSupportedMethods: (
        _: ServerUnaryCall<unknown, features.SupportedMethods>,
        answer: sendUnaryData<features.SupportedMethods>,
      ) => answer(null, supportedMethods()),
    });
    const inner = await new Promise<number>((resolve, reject) => {
      this.server.bindAsync('127.0.0.1:0', ServerCredentials.createInsecure(), (fault, port) =>
        fault === null ? resolve(port) : reject(fault),
      );
    });
    // Connections go through a door of our own, because the server cannot break them in the middle.
    this.proxy = createServer({ noDelay: true }, (socket) =>
      this.pass(socket, connect({ host: '127.0.0.1', port: inner, noDelay: true })),
    );
    this.proxy.listen(0, '127.0.0.1');
    await once(this.proxy, 'listening');
  }

  private pass(outer: Socket, inner: Socket): void {
    for (const [from, to] of [
      [outer, inner],
      [inner, outer],
    ] as const) {
      this.sockets.add(from);
      from.on('error', () => undefined);
      from.on('close', () => {
        this.sockets.delete(from);
        to.destroy();
      });
      from.pipe(to);
    }
  }

  private batchAppend(call: AppendCall): void {
    const writes = new Map<string, streams.BatchAppendReq[]>();
    call.on('data', (part: streams.BatchAppendReq) => {
      const id = part.getCorrelationId()?.getString() ?? '';
      const parts = [...(writes.get(id) ?? []), part];
      writes.set(id, parts);
      if (!part.getIsFinal()) return;
      writes.delete(id);
      this.heldAppends.push(() => this.write(call, parts));
      if (this.heldAppends.length >= this.holdUntil) this.heldAppends.splice(0).forEach((write) => write());
    });
    call.on('end', () => call.end());
    call.on('error', () => undefined);
  }

  private write(call: AppendCall, parts: readonly streams.BatchAppendReq[]): void {
    const { beforeAppend } = this;
    this.beforeAppend = () => undefined;
    beforeAppend();
    if (this.goesWrong('before-append', call)) return;
    const [first] = parts;
    const options = first?.getOptions() ?? new streams.BatchAppendReq.Options();
    const stream = nameOf(options.getStreamIdentifier());
    const proposed = parts.flatMap((part) => part.getProposedMessagesList()).map(proposedOf);
    const before = this.log.records.length;
    const result = this.log.append(stream, expectedRevisionOf(options), proposed);
    for (const record of this.log.records.slice(before)) this.tell(record);
    if (this.goesWrong('after-append', call)) return;
    const response =
      'written' in result
        ? appended(result.written.at(-1) as LogRecord)
        : wrongExpectedVersion(result.currentRevision);
    response.setCorrelationId(first?.getCorrelationId());
    response.setStreamIdentifier(options.getStreamIdentifier());
    call.write(response);
  }

  private tell(record: LogRecord): void {
    for (const { call, wants } of this.subscribers) if (wants(record)) call.write(eventMessage(record));
  }

  private read(call: ReadCall): void {
    call.on('error', () => undefined);
    const options = call.request.getOptions() ?? new streams.ReadReq.Options();
    if (options.hasSubscription()) return this.subscribe(call, options);
    if (this.goesWrong('before-read', call)) return;
    const name = nameOf(options.getStream()?.getStreamIdentifier());
    const records = options.hasAll() ? this.allFrom(options) : this.streamFrom(name, options);
    if (records === undefined) call.write(streamNotFound(name));
    for (const [index, record] of (records ?? []).entries()) {
      if (index === 1 && this.goesWrong('mid-read', call)) return;
      call.write(eventMessage(record));
    }
    call.end();
  }

  private streamFrom(name: string, options: streams.ReadReq.Options): readonly LogRecord[] | undefined {
    const stream = this.log.stream(name);
    if (stream.length === 0) return undefined;
    const position = options.getStream();
    const from = position?.hasRevision() === true ? Number(position.getRevision()) : 0;
    return stream.slice(from, from + Number(options.getCount()));
  }

  /** A position is where the reading begins, and so is the event that stands there. */
  private allFrom(options: streams.ReadReq.Options): readonly LogRecord[] {
    const matching = this.log.records.filter(filterOf(options));
    const count = Number(options.getCount());
    if (options.getReadDirection() === streams.ReadReq.Options.ReadDirection.BACKWARDS) {
      return matching.reverse().slice(0, count);
    }
    const position = options.getAll()?.getPosition();
    const commit = BigInt(position?.getCommitPosition() ?? 0);
    const prepare = BigInt(position?.getPreparePosition() ?? 0);
    return matching
      .filter((record) => record.commit > commit || (record.commit === commit && record.prepare >= prepare))
      .slice(0, count);
  }

  /** From the end on: what was there before is not told. */
  private subscribe(call: ReadCall, options: streams.ReadReq.Options): void {
    const subscriber = { call, wants: filterOf(options) };
    this.subscriptions += 1;
    this.subscribers.add(subscriber);
    for (const over of ['cancelled', 'close', 'error'])
      call.on(over, () => this.subscribers.delete(subscriber));
    call.write(confirmation(randomUUID()));
  }

  /** Lets the next fault of this moment happen; false when there is none. */
  private goesWrong(moment: Moment, call: AppendCall | ReadCall): boolean {
    const fault = this.faults.get(moment)?.shift();
    if (fault === undefined) return false;
    // What was sent before is to arrive first.
    if (fault.kind === 'cut') setTimeout(() => this.cut(), 20);
    if (fault.kind === 'status') call.emit('error', fault.status);
    return true;
  }
}

function supportedMethods(): features.SupportedMethods {
  const methods = ['read', 'append', 'batchappend'].map((name) => {
    const method = new features.SupportedMethod();
    method.setServiceName('event_store.client.streams.streams');
    method.setMethodName(name);
    return method;
  });
  const supported = new features.SupportedMethods();
  supported.setEventStoreServerVersion('23.10.0');
  supported.setMethodsList(methods);
  return supported;
}
