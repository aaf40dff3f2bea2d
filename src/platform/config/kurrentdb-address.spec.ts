import { describe, expect, it } from '@jest/globals';
import { InvalidSetting } from './environment.js';
import { kurrentDbAddress } from './kurrentdb-address.js';

const check = (text: string, production = false) => kurrentDbAddress('KURRENTDB_URL', text, production);

describe('the address of KurrentDB', () => {
  it.each([
    'kurrentdb://localhost:2113?tls=false',
    'kurrentdb://events.example',
    'kurrentdb://handover:s3cret@events.example:2113?nodePreference=leader&tlsCAFile=/run/ca.crt',
    'kurrentdb://one.example:2113,two.example:2113,three.example:2113/?maxDiscoverAttempts=5',
    'kurrentdb+discover://cluster.example',
    'esdb://localhost:2113',
  ])('may be %s', (text) => {
    expect(check(text)).toBe(text);
  });

  const form =
    'KURRENTDB_URL must be an address such as kurrentdb://host:2113, or kurrentdb://host:2113,host:2113 for a cluster';

  it.each([
    ['postgres://localhost/handover', form],
    ['localhost:2113', form],
    ['kurrentdb://', form],
    ['kurrentdb://one.example:2113,', form],
    ['kurrentdb://host:21130000', form],
  ])('cannot be %s', (text, message) => {
    expect(() => check(text)).toThrow(new InvalidSetting(message));
  });

  it.each(['throwOnAppendFailure=false', 'TLS=false', 'password=s3cret'])('has no option %s', (option) => {
    const refused = () => check(`kurrentdb://u:s3cret@localhost?${option}`);
    expect(refused).toThrow(/^KURRENTDB_URL has an option that is not one of tls, tlsVerifyCert/);
    expect(refused).not.toThrow(/s3cret/);
  });

  it.each([
    [
      'kurrentdb://events.example?tls=false',
      'has tls=false: in production only a server on this machine may',
    ],
    ['kurrentdb://localhost,events.example?tls=false', 'has tls=false'],
    [
      'kurrentdb://events.example?tlsVerifyCert=false',
      'has tlsVerifyCert=false: in production the server has to prove which one it is',
    ],
  ])('is encrypted and verified in production: %s', (text, message) => {
    expect(check(text)).toBe(text);
    expect(() => check(text, true)).toThrow(`KURRENTDB_URL ${message}`);
  });

  it('may be open in production on this machine', () => {
    expect(check('kurrentdb://127.0.0.1:2113?tls=false', true)).toMatch(/127/);
  });
});
