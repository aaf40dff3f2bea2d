import { EventEmitter, once } from 'node:events';
import { connect, type AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from '@jest/globals';
import { ProblemFilter } from '../problems/problem.filter.js';
import { createFastifyAdapter } from './fastify-instance.js';

const [BEGINNING, REST] = ['GET /slow HTTP/1.1\r\nhost: ', 'handover\r\n\r\n'];

describe('a server that stops', () => {
  const work = new EventEmitter();
  const listening = async () => {
    const server = createFastifyAdapter({}).getInstance();
    server.setErrorHandler((fault, request, reply) => new ProblemFilter().answer(fault, request, reply));
    server.get('/slow', async () => {
      work.emit('begun');
      await once(work, 'finish');
      return 'finished';
    });
    await server.listen({ port: 0, host: '127.0.0.1' });
    const accepted = once(server.server, 'connection');
    const socket = connect((server.server.address() as AddressInfo).port, '127.0.0.1');
    await accepted;
    return { server, socket };
  };
  const connected = async () => {
    const both = await listening();
    both.socket.write(BEGINNING);
    return both;
  };

  it('waits for nobody who is connected and asks nothing, as browsers are in advance', async () => {
    const { server, socket } = await listening();
    const ended = once(socket, 'close');
    await server.close();
    await ended;
  }, 5_000);

  it('finishes what it began, and lets go of the connection, which its caller would keep', async () => {
    const { server, socket } = await connected();
    const begun = once(work, 'begun');
    socket.write(REST);
    await begun;
    const stopped = server.close();
    setTimeout(() => work.emit('finish'), 100);
    const answer = await text(socket);
    await stopped;
    expect(answer).toMatch(/^HTTP\/1\.1 200 OK[\s\S]*finished$/);
    expect(answer).toMatch(/^connection: close\r$/im);
  });

  it('says when to come back to what still comes in', async () => {
    const { server, socket } = await connected();
    // The first bytes have to be read, or the connection counts as idle and is closed.
    await new Promise((resolve) => setTimeout(resolve, 100));
    const stopped = server.close();
    setTimeout(() => socket.write(REST), 100);
    const answer = await text(socket);
    await stopped;
    expect(answer).toMatch(/^HTTP\/1\.1 503 Service Unavailable\r$/m);
    expect(answer).toMatch(/^retry-after: 2\r$/m);
    expect(answer).toMatch(/^content-type: application\/problem\+json\r$/m);
    expect(answer).toMatch(/^connection: close\r$/im);
    expect(answer).toContain('"code":"stopping"');
  });
});
