import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import { FactOfRequest } from './fact-of-request.js';

const request = () => new IncomingMessage(new Socket());

describe('A fact of a request', () => {
  it('is known of the request that it was kept in, and of no other', () => {
    const fact = new FactOfRequest<string>();
    const [asked, other] = [request(), request()];
    fact.keep(asked, 'who asks');
    expect(fact.of(asked)).toBe('who asks');
    expect(fact.of(other)).toBeUndefined();
  });

  it('is not taken for another, of the same request or under the same words', () => {
    const [fact, another] = [new FactOfRequest<string>(), new FactOfRequest<string>()];
    const asked = request();
    fact.keep(asked, 'who asks');
    expect(another.of(asked)).toBeUndefined();
    Object.assign(asked, { 'fact of a request': 'claimed', [Symbol('fact of a request')]: 'claimed' });
    expect([fact.of(asked), another.of(asked)]).toEqual(['who asks', undefined]);
  });

  it('is in nothing that is written of the request', () => {
    const fact = new FactOfRequest<string>();
    const asked = request();
    fact.keep(asked, 'a secret');
    expect(JSON.stringify({ ...asked, socket: undefined, client: undefined })).not.toContain('a secret');
  });
});
