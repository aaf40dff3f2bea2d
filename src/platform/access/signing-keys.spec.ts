import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, type JWK, type JWTVerifyGetKey } from 'jose';
import { remoteSigningKeys, SigningKeysUnavailable } from './signing-keys.js';

const TOKEN = { payload: '', signature: '' };

describe('The keys of a token issuer', () => {
  let issuer: string;
  let server: Server;
  let keys: JWK[];
  let place: string;
  let away: boolean;

  beforeEach(async () => {
    [keys, place, away] = [[await keyNamed('first')], '/keys', false];
    server = createServer(({ url }, response) => {
      if (away) response.destroy();
      else if (url === '/.well-known/openid-configuration')
        response.end(JSON.stringify({ issuer, jwks_uri: `${issuer}${place}` }));
      else if (url === place) response.end(JSON.stringify({ keys }));
      else response.writeHead(404).end();
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });

  afterEach(async () => {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  });

  const found = async (source: JWTVerifyGetKey, kid: string) => source({ alg: 'ES256', kid }, TOKEN);

  it('are found where its discovery says, also when it only starts later', async () => {
    const source = remoteSigningKeys({ issuer });
    away = true;
    await expect(found(source, 'first')).rejects.toBeInstanceOf(SigningKeysUnavailable);
    away = false;
    expect(await found(source, 'first')).toBeDefined();
  });

  it('go on counting while it is away, whatever key a token names meanwhile', async () => {
    const source = remoteSigningKeys({ issuer });
    await found(source, 'first');
    away = true;
    // Not before half a minute is over are keys fetched again for a key that nobody knows.
    const before = Date.now;
    Date.now = () => before() + 31_000;
    try {
      await expect(found(source, 'invented')).rejects.toBeInstanceOf(SigningKeysUnavailable);
      expect(await found(source, 'first')).toBeDefined();
    } finally {
      Date.now = before;
    }
  });

  it('are found again where its discovery says later', async () => {
    const source = remoteSigningKeys({ issuer });
    await found(source, 'first');
    [keys, place] = [[await keyNamed('second')], '/keys-of-today'];
    const before = Date.now;
    Date.now = () => before() + 31_000;
    try {
      await expect(found(source, 'second')).rejects.toBeInstanceOf(SigningKeysUnavailable);
      let key: unknown;
      for (let tries = 0; key === undefined && tries < 100; tries += 1) {
        await new Promise((resolve) => setTimeout(resolve, 20));
        key = await found(source, 'second').catch(() => undefined);
      }
      expect(key).toBeDefined();
    } finally {
      Date.now = before;
    }
  });

  it('are not fetched over a connection that anyone can read, from an issuer that has a better one', async () => {
    const fetched = globalThis.fetch;
    globalThis.fetch = () =>
      Promise.resolve(
        Response.json({ issuer: 'https://sign-in.example', jwks_uri: 'http://sign-in.example/keys' }),
      );
    try {
      const source = remoteSigningKeys({ issuer: 'https://sign-in.example' });
      const fault: unknown = await found(source, 'first').catch((each: unknown) => each);
      expect((fault as Error).cause).toMatchObject({ message: 'Discovery names keys without https' });
    } finally {
      globalThis.fetch = fetched;
    }
  });
});

async function keyNamed(kid: string): Promise<JWK> {
  const { publicKey } = await generateKeyPair('ES256');
  return { ...(await exportJWK(publicKey)), kid, alg: 'ES256', use: 'sig' };
}
