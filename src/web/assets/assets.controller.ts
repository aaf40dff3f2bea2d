import { Controller, Get, Param, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Public } from '../../platform/access/access-rule.js';
import { Problem } from '../../platform/http/problems/problem.js';
import { Assets } from './assets.js';

/** The style sheets and scripts of the pages. */
@ApiExcludeController()
@Public()
@Controller('assets')
export class AssetsController {
  constructor(private readonly assets: Assets) {}

  @Get(':name')
  show(@Param('name') name: string, @Res() reply: FastifyReply): void {
    const asset = this.assets.find(name);
    if (asset === undefined) throw new Problem('not-found', 'There is no such file.');
    void reply
      .type(asset.mediaType)
      .header('cache-control', 'public, max-age=31536000, immutable')
      .send(asset.content);
  }
}
