import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { setTimeout as pause } from 'node:timers/promises';

const DIST = fileURLToPath(new URL('../../dist/src/', import.meta.url));
const READY_MS = 180_000;
/** What Node is started with, for each kind of process. */
export const FLAGS = {
  main: ['--enable-source-maps', '--max-semi-space-size=32'],
  worker: ['--enable-source-maps', '--max-old-space-size=160'],
};

/** They end with us: a run that breaks off leaves nobody at work on a database that is gone. */
const running = new Set<ChildProcess>();
process.once('exit', () => running.forEach((child) => child.kill('SIGKILL')));

/** One process of the built product, as an operator starts it. */
export class ProductProcess {
  private child: ChildProcess | undefined;
  private gone: Promise<unknown> = Promise.resolve();

  /**
   * @param script `main` or `worker`
   * @param port where it listens, so that its health can be asked for
   */
  constructor(
    private readonly script: 'main' | 'worker',
    readonly port: number,
    private readonly environment: Readonly<Record<string, string>>,
  ) {}

  /** Starts it and resolves when it says that it lives. */
  async start(): Promise<void> {
    const child = spawn(process.execPath, [...FLAGS[this.script], `${DIST}${this.script}.js`], {
      env: {
        PATH: process.env['PATH'] ?? '',
        ...this.environment,
        HOST: '127.0.0.1',
        PORT: String(this.port),
      },
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    this.child = child;
    running.add(child);
    child.once('exit', () => running.delete(child));
    this.gone = once(child, 'exit');
    for (const until = Date.now() + READY_MS; Date.now() < until; await pause(50)) {
      if (child.exitCode !== null) break;
      if (await this.lives()) return;
    }
    throw new Error(`The ${this.script} process does not start`);
  }

  /** Ends it without warning. */
  async kill(): Promise<void> {
    this.child?.kill('SIGKILL');
    await this.gone;
  }

  /** Ends it as an operator does. Resolves with the milliseconds that it took. */
  async stop(): Promise<number> {
    const began = Date.now();
    this.child?.kill('SIGTERM');
    await this.gone;
    return Date.now() - began;
  }

  /** True when it ended although nobody asked it to. */
  get endedByItself(): boolean {
    return this.child?.exitCode !== null && this.child?.exitCode !== undefined;
  }

  private async lives(): Promise<boolean> {
    return fetch(`http://127.0.0.1:${this.port}/health/live`).then(
      ({ ok }) => ok,
      () => false,
    );
  }
}
