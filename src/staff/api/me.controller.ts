import { Controller, Get, Inject, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { todayInLondon, type Clock } from '../../kernel/clock.js';
import { RequiresRole } from '../../platform/access/access-rule.js';
import { accessOf } from '../../platform/access/principal.js';
import { ROLES } from '../../platform/access/roles.js';
import { CLOCK } from '../../platform/clock/clock.module.js';
import { MeAnswer, meAnswer } from './staff-answers.js';

/** Who is calling. */
@ApiTags('Staff')
@RequiresRole(...ROLES)
@Controller('v1/me')
export class MeController {
  constructor(@Inject(CLOCK) private readonly clock: Clock) {}

  @Get()
  @ApiOperation({
    summary: 'Show who you are, for which organisation, and what you may do today',
    description: 'Who has no right today is refused, with what an administrator needs to give them one.',
  })
  @ApiOkResponse({ type: MeAnswer })
  me(@Req() request: FastifyRequest): Readonly<MeAnswer> {
    return meAnswer(accessOf(request), todayInLondon(this.clock));
  }
}
