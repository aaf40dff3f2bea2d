import { InvalidSetting } from './environment.js';

const FORM = /^(?:kurrentdb|esdb)(?:\+discover)?:\/\/(?:[^/@?]+@)?(?<hosts>[^/@?]+)\/?(?:\?(?<options>.*))?$/;
const HOST = /^(?<name>[A-Za-z0-9][A-Za-z0-9._-]*)(?::\d{1,5})?$/;
const ON_THIS_MACHINE = new Set(['localhost', '127.0.0.1']);
const OPTIONS = [
  'tls',
  'tlsVerifyCert',
  'tlsCAFile',
  'userCertFile',
  'userKeyFile',
  'nodePreference',
  'connectionName',
  'defaultDeadline',
  'discoveryInterval',
  'maxDiscoverAttempts',
  'gossipTimeout',
  'keepAliveInterval',
  'keepAliveTimeout',
];

/**
 * Checks a connection string of KurrentDB: one host, or several of a cluster with commas between them, and options that its
 * client knows. The value is never repeated, because it may hold a password; the client would print it with an option that it
 * does not know.
 *
 * @throws InvalidSetting with one line that names the variable.
 */
export function kurrentDbAddress(name: string, text: string, production: boolean): string {
  const { hosts, options = '' } = FORM.exec(text)?.groups ?? {};
  const names = hosts?.split(',').map((host) => HOST.exec(host)?.groups?.['name']);
  if (names === undefined || names.includes(undefined)) {
    throw new InvalidSetting(
      `${name} must be an address such as kurrentdb://host:2113, or kurrentdb://host:2113,host:2113 for a cluster`,
    );
  }
  const given = new URLSearchParams(options);
  const unknown = [...given.keys()].find((option) => !OPTIONS.includes(option));
  if (unknown !== undefined) {
    throw new InvalidSetting(`${name} has an option that is not one of ${OPTIONS.join(', ')}`);
  }
  if (!production) return text;
  if (given.get('tls') === 'false' && !names.every((host) => ON_THIS_MACHINE.has(host ?? ''))) {
    throw new InvalidSetting(`${name} has tls=false: in production only a server on this machine may`);
  }
  if (given.get('tlsVerifyCert') === 'false') {
    throw new InvalidSetting(
      `${name} has tlsVerifyCert=false: in production the server has to prove which one it is`,
    );
  }
  return text;
}
