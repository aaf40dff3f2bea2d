import { Controller, Get, HttpStatus, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiServiceUnavailableResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Public } from '../access/access-rule.js';
import { BuildInfo } from './build-info.js';
import { Readiness, type Check } from './readiness.js';

interface Health {
  readonly status: 'up' | 'down';
  readonly checks: readonly Check[];
}

/** What a platform asks a process: are you alive, can you serve, what are you. */
@Public()
@ApiTags('Health')
@Controller()
export class HealthController {
  constructor(
    private readonly readiness: Readiness,
    private readonly build: BuildInfo,
  ) {}

  @Get('health/live')
  @ApiOperation({ summary: 'The process runs', description: 'When this fails, restart it.' })
  @ApiOkResponse({ description: 'It runs.' })
  live(): Health {
    return { status: 'up', checks: [] };
  }

  @Get('health/ready')
  @ApiOperation({
    summary: 'The process can serve',
    description: 'When this fails, send requests elsewhere.',
  })
  @ApiOkResponse({ description: 'Every check is passed.' })
  @ApiServiceUnavailableResponse({ description: 'A check is not passed; the body names it.' })
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<Health> {
    const checks = await this.readiness.checks();
    const up = checks.every(({ ok }) => ok);
    if (!up) void reply.status(HttpStatus.SERVICE_UNAVAILABLE);
    return { status: up ? 'up' : 'down', checks };
  }

  @Get('ping')
  @ApiOperation({ summary: 'Answer "pong"' })
  @ApiOkResponse({ description: 'pong' })
  ping(): string {
    return 'pong';
  }

  @Get('info')
  @ApiOperation({ summary: 'Name and version of the product' })
  @ApiOkResponse({ description: 'Name, version and start of the process.' })
  info(): BuildInfo {
    return this.build;
  }
}
