import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { serveMetrics } from './metrics-server.js';

describe('The port of metrics', () => {
  let close: () => void = () => undefined;
  const serve = async (collect: Parameters<typeof serveMetrics>[1]) => {
    const server = await serveMetrics({ port: 0, host: '127.0.0.1' }, collect);
    close = () => server.close();
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  };
  afterEach(() => {
    close();
    jest.restoreAllMocks();
  });

  it('answers with what is collected and the memory of the process, and with nothing else', async () => {
    const address = await serve(async () => [
      { name: 'a_total', help: 'A', values: [{ labels: {}, value: 1 }] },
    ]);
    const answer = await fetch(`${address}/metrics`);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([
      200,
      'text/plain; version=0.0.4; charset=utf-8',
    ]);
    expect(await answer.text()).toMatch(
      /^# HELP a_total A\n.*\na_total 1\n[^]*process_resident_memory_bytes \d+\n$/,
    );
    expect((await fetch(`${address}/`)).status).toBe(404);
    expect((await fetch(`${address}/metrics`, { method: 'POST' })).status).toBe(404);
  });

  it('says that it cannot answer while the database is away, without the reason', async () => {
    const warn = jest.spyOn(Logger.prototype, 'warn').mockImplementation(() => undefined);
    const address = await serve(async () => Promise.reject(new Error('no answer from 10.0.0.7')));
    const answer = await fetch(`${address}/metrics`);
    expect([answer.status, await answer.text()]).toEqual([503, '']);
    expect(warn).toHaveBeenCalledWith({
      message: 'metrics cannot be collected',
      because: 'no answer from 10.0.0.7',
    });
  });
});
