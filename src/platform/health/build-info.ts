import { readFileSync } from 'node:fs';
import type { Clock } from '../../kernel/clock.js';
import { productFolder } from '../config/product-folder.js';

/** Which build of the product runs, and since when. */
export class BuildInfo {
  private constructor(
    readonly name: string,
    readonly version: string,
    /** An instant in UTC. */
    readonly startedAt: string,
  ) {}

  /** Reads the product's own package.json. */
  static read(clock: Clock): BuildInfo {
    const product = JSON.parse(readFileSync(new URL('package.json', productFolder()), 'utf8')) as {
      name: string;
      version: string;
    };
    return new BuildInfo(product.name, product.version, clock.now().toISOString());
  }
}
