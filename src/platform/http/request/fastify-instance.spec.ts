import { EventEmitter, once } from 'node:events';
import { connect, type AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { expect, it } from '@jest/globals';
import { ProblemFilter } from '../problems/problem.filter.js';
import { createFastifyAdapter } from './fastify-instance.js';

it('a server that stops finishes what it began, and says when to come back to what comes in by the same connection', async () => {
  const server = createFastifyAdapter({}).getInstance();
  server.setErrorHandler((fault, request, reply) => new ProblemFilter().answer(fault, request, reply));
  const work = new EventEmitter();
  server.get('/slow', async () => {
    work.emit('begun');
    await once(work, 'finish');
    return 'finished';
  });
  await server.listen({ port: 0, host: '127.0.0.1' });
  const socket = connect((server.server.address() as AddressInfo).port, '127.0.0.1');
  await once(socket, 'connect');

  const begun = once(work, 'begun');
  socket.write('GET /slow HTTP/1.1\r\nhost: handover\r\n\r\n');
  await begun;
  const stopped = server.close();
  socket.write('GET /slow HTTP/1.1\r\nhost: handover\r\n\r\n');
  // Only when both have been read may the first be answered, or the connection would be gone before the second.
  setTimeout(() => work.emit('finish'), 100);
  const answers = await text(socket);
  await stopped;

  const [first, second] = answers.split(/(?=HTTP\/1\.1 503)/);
  expect(first).toMatch(/^HTTP\/1\.1 200 OK[\s\S]*finished$/);
  expect(second).toMatch(/^retry-after: 2\r$/m);
  expect(second).toMatch(/^content-type: application\/problem\+json\r$/m);
  expect(second).toContain('"code":"stopping"');
});
