import { existsSync, readFileSync } from 'node:fs';
import type { Clock } from '../../kernel/clock.js';

/** Which build of the product runs, and since when. */
export class BuildInfo {
  private constructor(
    readonly name: string,
    readonly version: string,
    /** An instant in UTC. */
    readonly startedAt: string,
  ) {}

  /** Reads the product's own package.json, which lies at another depth above the sources than above the build. */
  static read(clock: Clock): BuildInfo {
    let folder = new URL('.', import.meta.url);
    while (!existsSync(new URL('package.json', folder))) folder = new URL('..', folder);
    const product = JSON.parse(readFileSync(new URL('package.json', folder), 'utf8')) as {
      name: string;
      version: string;
    };
    return new BuildInfo(product.name, product.version, clock.now().toISOString());
  }
}
