import { describe, expect, it } from '@jest/globals';
import { refuseUnverified } from './database-address.js';
import { InvalidSetting } from './environment.js';

const refuse = (query: string, environment = {}, host = 'db.example', production = true) => {
  refuseUnverified('DATABASE_URL', `postgres://u:secret@${host}/h${query}`, environment, production);
};
const HOW =
  'in production a database on another machine is reached with sslmode=verify-full, which checks its certificate (with sslrootcert, where its authority is an own one); only on a network that nobody else is on may DATABASE_TLS be private-network';

describe('the address of a database in production', () => {
  it('is taken with a certificate that is checked', () => {
    expect(() => {
      refuse('?sslmode=verify-full&sslrootcert=/run/ca.pem');
    }).not.toThrow();
  });

  it.each([
    ['', 'names no sslmode'],
    ['?sslmode=disable', 'has sslmode=disable'],
    ['?sslmode=no-verify', 'has sslmode=no-verify'],
    ['?sslmode=prefer', 'has sslmode=prefer'],
    ['?sslmode=require', 'has sslmode=require'],
    ['?sslmode=verify-ca', 'has sslmode=verify-ca'],
    ['?sslmode=verify-full&sslmode=disable', 'has sslmode=verify-full and disable'],
  ])('is refused with %j, without its password', (query, fault) => {
    expect(() => {
      refuse(query);
    }).toThrow(new InvalidSetting(`DATABASE_URL ${fault}: ${HOW}`));
  });

  it('may be plain on a network that nobody else is on, where that is said, and not half-encrypted', () => {
    const said = { DATABASE_TLS: 'private-network' };
    expect(() => {
      refuse('', said);
    }).not.toThrow();
    expect(() => {
      refuse('?sslmode=no-verify', said);
    }).toThrow(InvalidSetting);
    expect(() => {
      refuse('', { DATABASE_TLS: 'off' });
    }).toThrow('DATABASE_TLS is "off": it must be one of verified, private-network');
  });

  it('is not on this machine because the address begins with it', () => {
    expect(() => {
      refuse('?host=db.example', {}, 'localhost');
    }).toThrow('names no sslmode');
    expect(() => {
      refuse('?host=/run/postgresql', {}, 'localhost');
    }).not.toThrow();
  });

  it.each(['localhost', '127.0.0.1', '[::1]:5432'])('may be plain on this machine: %j', (host) => {
    expect(() => {
      refuse('', {}, host);
    }).not.toThrow();
  });

  it('is free elsewhere', () => {
    expect(() => {
      refuse('?sslmode=disable', {}, 'db.example', false);
    }).not.toThrow();
  });
});
