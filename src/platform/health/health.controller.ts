import { Controller, Get, HttpStatus, Res } from '@nestjs/common';
import {
  ApiOkResponse,
  ApiOperation,
  ApiProperty,
  ApiServiceUnavailableResponse,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Public } from '../access/access-rule.js';
import { BuildInfo } from './build-info.js';
import { Readiness, type Check } from './readiness.js';

class CheckAnswer implements Check {
  @ApiProperty({ example: 'database' })
  readonly name!: string;

  @ApiProperty({ example: true })
  readonly ok!: boolean;

  @ApiProperty({ description: 'Numbers and states, for operators.', example: 'answers' })
  readonly detail!: string;
}

class HealthAnswer {
  @ApiProperty({ enum: ['up', 'down'], example: 'up' })
  readonly status!: 'up' | 'down';

  @ApiProperty({ type: [CheckAnswer] })
  readonly checks!: readonly CheckAnswer[];
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
  @ApiOkResponse({ description: 'It runs.', type: HealthAnswer })
  live(): HealthAnswer {
    return { status: 'up', checks: [] };
  }

  @Get('health/ready')
  @ApiOperation({
    summary: 'The process can serve',
    description: 'When this fails, send requests elsewhere.',
  })
  @ApiOkResponse({ description: 'Every check is passed.', type: HealthAnswer })
  @ApiServiceUnavailableResponse({
    description: 'A check is not passed; the body names it.',
    type: HealthAnswer,
  })
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<HealthAnswer> {
    const checks = await this.readiness.checks();
    const up = checks.every(({ ok }) => ok);
    if (!up) void reply.status(HttpStatus.SERVICE_UNAVAILABLE);
    return { status: up ? 'up' : 'down', checks };
  }

  @Get('ping')
  @ApiOperation({ summary: 'Answer "pong"' })
  @ApiOkResponse({ description: 'pong', content: { 'text/plain': { schema: { type: 'string' } } } })
  ping(): string {
    return 'pong';
  }

  @Get('info')
  @ApiOperation({ summary: 'Name and version of the product' })
  @ApiOkResponse({ description: 'Name, version and start of the process.', type: BuildInfo })
  info(): BuildInfo {
    return this.build;
  }
}
