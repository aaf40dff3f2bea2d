import { once } from 'node:events';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { connect } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { TcpProxy, type Cut } from './tcp-proxy.js';

/** Answers each request with the same number of dots, and remembers what reached it. */
describe('the proxy that breaks connections', () => {
  let server: Server;
  let reached: string[];
  let proxy: TcpProxy;

  beforeEach(async () => {
    reached = [];
    server = createServer((socket) => {
      socket.on('error', () => undefined);
      socket.on('data', (request) => {
        reached.push(String(request));
        socket.write('.'.repeat(request.length));
      });
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    proxy = await TcpProxy.start((server.address() as AddressInfo).port);
  });

  afterEach(async () => {
    await proxy.close();
    server.close();
  });

  /** What comes back for a request until the connection ends, or the whole answer is there. */
  const ask = async (request: string): Promise<string> =>
    new Promise((resolve) => {
      let answer = '';
      const socket = connect(proxy.port, '127.0.0.1', () => socket.write(request));
      socket.on('error', () => undefined);
      socket.on('close', () => resolve(answer));
      socket.on('data', (part) => {
        answer += String(part);
        if (answer.length === request.length) socket.end();
      });
    });

  it('lets everything through while nothing is planned', async () => {
    expect(await ask('hello!')).toBe('......');
    expect(proxy.cuts).toBe(0);
  });

  it.each<[Cut, boolean, string]>([
    ['before-request', false, ''],
    ['after-request', true, ''],
    ['before-answer', true, ''],
    ['in-answer', true, '...'],
  ])('breaks a connection %s', async (cut, arrives, answer) => {
    proxy.plan(cut);
    expect(await ask('hello!')).toBe(answer);
    // What was sent just before the end is still on its way.
    for (let turn = 0; arrives && reached.length === 0 && turn < 200; turn += 1) {
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    expect(reached).toEqual(arrives ? ['hello!'] : []);
    expect(proxy.cuts).toBe(1);
    expect(await ask('again')).toBe('.....');
  });

  it('forgets what was planned and did not come about', async () => {
    proxy.plan('before-request');
    proxy.calm();
    expect(await ask('hello!')).toBe('......');
  });
});
