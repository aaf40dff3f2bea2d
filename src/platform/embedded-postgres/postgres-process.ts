import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { PostgresBinaries } from './binaries.js';
import type { Cluster } from './cluster.js';
import { EmbeddedPostgresFailed } from './embedded-postgres-failed.js';
import { reasonIn } from './postgres-log.js';
import { readPostmasterFile } from './postmaster-file.js';
import { launch, type RunAs } from './run-as.js';

// Recovery after a crash replays the log before the server is ready.
const READY_MS = 60_000;
const POLL_MS = 20;

/** The port was taken between the look and the start. */
export class PortTaken extends Error {
  override readonly name = 'PortTaken';
}

/** Children of a killed server still end; they are gone in a moment. */
export class EarlierServerEnding extends Error {
  override readonly name = 'EarlierServerEnding';
}

export interface ServerOptions {
  readonly folder: string;
  readonly cluster: Cluster;
  readonly binaries: PostgresBinaries;
  readonly runAs: RunAs;
  readonly port: number;
  readonly durable: boolean;
}

/** A PostgreSQL server that runs as our child. */
export class PostgresProcess {
  private constructor(
    private readonly child: ChildProcess,
    readonly port: number,
    /** Settles when the server has ended, for whatever reason. */
    readonly ended: Promise<void>,
  ) {}

  /** @throws PortTaken, EarlierServerEnding, or EmbeddedPostgresFailed with PostgreSQL's own reason. */
  static async start(options: ServerOptions): Promise<PostgresProcess> {
    const logFile = join(options.folder, 'postgres.log');
    // A file and not a pipe: the server writes its last words even when we are gone.
    const log = await open(logFile, 'w');
    try {
      const child = launch(options.runAs, options.binaries.postgres, argumentsOf(options), {
        stdio: ['ignore', 'ignore', log.fd],
        // Its own session, so that Ctrl-C in the terminal reaches us alone and we shut down in the right order.
        detached: true,
      });
      const ended = once(child, 'exit').then(
        () => undefined,
        () => undefined,
      );
      const watchdog = watchdogFor(child);
      void ended.then(() => watchdog.kill('SIGKILL'));
      child.unref();
      const server = new PostgresProcess(child, options.port, ended);
      await server.untilReady(options.cluster, logFile);
      return server;
    } finally {
      await log.close();
    }
  }

  /** Ends open sessions, writes everything to disk, and resolves when the server is gone. */
  async stop(): Promise<void> {
    this.child.ref();
    this.child.kill('SIGINT');
    await this.ended;
  }

  private async untilReady(cluster: Cluster, logFile: string): Promise<void> {
    let ended = false;
    void this.ended.then(() => (ended = true));
    for (const until = Date.now() + READY_MS; Date.now() < until; await pause(POLL_MS)) {
      if (ended) throw failureIn(await readFile(logFile, 'utf8'));
      const file = await readPostmasterFile(cluster.data);
      if (file?.pid === this.child.pid && file?.ready === true) return;
    }
    await this.stop();
    throw new EmbeddedPostgresFailed(
      `PostgreSQL is not ready after ${READY_MS / 1000} seconds: see ${logFile}`,
    );
  }
}

function argumentsOf({ cluster, port, durable }: ServerOptions): readonly string[] {
  const settings = {
    port,
    listen_addresses: '127.0.0.1',
    // No socket file: its folder may be closed to us and its path too long.
    unix_socket_directories: '',
    timezone: 'UTC',
    log_timezone: 'UTC',
    max_connections: 200,
    ...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  };
  return [
    '-D',
    cluster.data,
    ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ];
}

/**
 * A shell that waits on a pipe which only we hold open: when we die, however suddenly, the pipe closes and the shell asks
 * the server to shut down. Nothing else works the same on every Unix and after kill -9.
 */
function watchdogFor(server: ChildProcess): ChildProcess {
  const script = 'read -r line; kill -INT "$1"';
  const watchdog = spawn('sh', ['-c', script, 'sh', String(server.pid)], {
    detached: true,
    cwd: '/',
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  // Without a shell there is no watchdog, and the server is stopped at the next start instead.
  watchdog.on('error', () => undefined);
  watchdog.unref();
  (watchdog.stdin as unknown as { unref(): void } | null)?.unref();
  return watchdog;
}

function failureIn(log: string): Error {
  if (/could not bind|Address already in use/.test(log)) return new PortTaken(reasonIn(log));
  if (log.includes('pre-existing shared memory block')) return new EarlierServerEnding(reasonIn(log));
  return new EmbeddedPostgresFailed(`PostgreSQL does not start: ${reasonIn(log)}`);
}
