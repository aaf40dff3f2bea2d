import { choice, InvalidSetting, type Environment } from './environment.js';

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]', '::1']);

/**
 * Holds the address of a database in production to what is said over it: people's names. Outside this machine the server has to
 * show a certificate that is checked, its name included, since an encrypted connection to somebody else protects nothing. A
 * network that nobody else is on, such as that of containers on one machine, has to be named as one.
 *
 * @throws InvalidSetting with one line that names the variable and does not repeat the address, which holds a password.
 */
export function refuseUnverified(
  name: string,
  url: string,
  environment: Environment,
  production: boolean,
): void {
  const tls = choice('DATABASE_TLS', ['verified', 'private-network'], 'verified')(environment);
  const { hostname, searchParams } = new URL(url);
  // The driver takes `host` of the query before the one of the address; one with a slash is a socket of this machine.
  const hosts = searchParams.getAll('host').length > 0 ? searchParams.getAll('host') : [hostname];
  if (!production || hosts.every((host) => LOOPBACK.has(host) || host.startsWith('/'))) return;
  const modes = searchParams.getAll('sslmode');
  if (modes.length === 1 && modes[0] === 'verify-full') return;
  if (tls === 'private-network' && modes.length === 0) return;
  throw new InvalidSetting(
    `${name} ${modes.length === 0 ? 'names no sslmode' : `has sslmode=${modes.join(' and ')}`}: in production a database on another machine is reached with sslmode=verify-full, which checks its certificate (with sslrootcert, where its authority is an own one); only on a network that nobody else is on may DATABASE_TLS be private-network`,
  );
}
