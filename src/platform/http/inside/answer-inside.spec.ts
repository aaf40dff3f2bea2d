import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import { answerInside, type RequestInside } from './answer-inside.js';

const asked: RequestInside = {
  method: 'GET',
  url: '/v1/things?limit=2',
  headers: {},
  remoteAddress: '192.0.2.7',
};
const nothing = () => undefined;

describe('A request that never was on a wire', () => {
  it('shows the router what it is, whose it is and what it carries', async () => {
    const router = async (request: IncomingMessage, response: ServerResponse) => {
      const body = await new Response(Readable.toWeb(request) as ReadableStream).text();
      const { method, url, headers, socket } = request;
      response.end(JSON.stringify({ method, url, headers, from: socket.remoteAddress, body }));
    };
    const { body } = await answerInside(
      (request, response) => void router(request, response),
      {
        ...asked,
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: Buffer.from('{"a":"é"}'),
      },
      nothing,
    );
    expect(JSON.parse(body.toString())).toEqual({
      method: 'POST',
      url: '/v1/things?limit=2',
      headers: { host: 'inside', 'content-type': 'application/json', 'content-length': '10' },
      from: '192.0.2.7',
      body: '{"a":"é"}',
    });
  });

  it('is answered with status, headers and the whole body, however many pieces it came in', async () => {
    const { status, headers, body } = await answerInside(
      (_request, response) => {
        response.writeHead(201, { etag: 'W/"3"' });
        Readable.from(['one ', 'two ', Buffer.from('three')]).pipe(response);
      },
      asked,
      nothing,
    );
    expect([status, headers['etag'], body.toString()]).toEqual([201, 'W/"3"', 'one two three']);
  });

  it('is answered without a body when there is none', async () => {
    const { status, body } = await answerInside(
      (_request, response) => {
        response.statusCode = 304;
        response.end();
      },
      asked,
      nothing,
    );
    expect([status, body.length]).toEqual([304, 0]);
  });

  it('has finished for those who wait for its end, such as the log of requests', async () => {
    const finished = await new Promise<boolean>((resolve) => {
      void answerInside(
        (_request, response) => {
          response.on('finish', () => resolve(true));
          response.end('done');
        },
        asked,
        nothing,
      );
    });
    expect(finished).toBe(true);
  });

  it('can be told apart by whoever made it before the router sees it', async () => {
    const seen: IncomingMessage[] = [];
    await answerInside(
      (request, response) => {
        expect(seen).toEqual([request]);
        response.end();
      },
      asked,
      (raw) => seen.push(raw),
    );
    expect(seen).toHaveLength(1);
  });
});
