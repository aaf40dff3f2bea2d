import { readFileSync } from 'node:fs';
import { ApiProperty } from '@nestjs/swagger';
import type { Clock } from '../../kernel/clock.js';
import { productFolder } from '../config/product-folder.js';

/** Which build of the product runs, and since when. */
export class BuildInfo {
  @ApiProperty({ example: 'handover' })
  readonly name: string;

  @ApiProperty({ example: '0.1.0' })
  readonly version: string;

  @ApiProperty({ format: 'date-time', description: 'In UTC.', example: '2024-06-15T09:00:00.000Z' })
  readonly startedAt: string;

  private constructor({ name, version, startedAt }: Pick<BuildInfo, 'name' | 'version' | 'startedAt'>) {
    this.name = name;
    this.version = version;
    this.startedAt = startedAt;
  }

  /** Reads the product's own package.json. */
  static read(clock: Clock): BuildInfo {
    const product = JSON.parse(readFileSync(new URL('package.json', productFolder()), 'utf8')) as {
      name: string;
      version: string;
    };
    return new BuildInfo({ ...product, startedAt: clock.now().toISOString() });
  }
}
