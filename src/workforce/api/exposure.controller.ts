import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { todayInLondon, type Clock } from '../../kernel/clock.js';
import type { Actor } from '../../kernel/event.js';
import { record, text } from '../../kernel/shape.js';
import { RequiresRole } from '../../platform/access/access-rule.js';
import { CurrentActor } from '../../platform/access/current-actor.js';
import { ROLES } from '../../platform/access/roles.js';
import { CLOCK } from '../../platform/clock/clock.module.js';
import { decodeCursor, encodeCursor } from '../../platform/http/paging/cursor.js';
import { PageAnswer } from '../../platform/http/paging/page-answer.js';
import { ExposureQuery } from '../projections/exposure/exposure.query.js';
import {
  ExposureAnswer,
  exposureAnswer,
  ExposureLineAnswer,
  exposureLineAnswer,
  ExposureListQueryDto,
  ExposureQueryDto,
} from './exposure-answers.js';

const place = record({ after: text });

/** What redundancies would cost if they came: the contingent liability of an organisation's cases. */
@ApiTags('Redundancy')
@RequiresRole(...ROLES)
@Controller('v1/exposure')
export class ExposureController {
  constructor(
    private readonly exposure: ExposureQuery,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @ApiOperation({
    summary: 'Show the contingent redundancy liability of every live job of your cases on a day, by funder',
    description:
      'As if each job ended on that day by redundancy, by what is known now. No date of birth is kept, so it runs from the lowest to the highest that the ages allow; insurance and reserves are not taken off. A day whose cap on a week’s pay is not known is refused.',
  })
  @ApiOkResponse({ type: ExposureAnswer })
  async show(
    @Query() { asAt = todayInLondon(this.clock) }: ExposureQueryDto,
    @CurrentActor() actor: Actor,
  ): Promise<Readonly<ExposureAnswer>> {
    return exposureAnswer(await this.exposure.totals(actor, asAt));
  }

  @Get('employments')
  @ApiOperation({
    summary:
      'List the live jobs of your cases on a day with the range that the redundancy of each would cost',
  })
  @ApiOkResponse({ type: [ExposureLineAnswer] })
  async list(
    @Query() { asAt = todayInLondon(this.clock), limit, cursor }: ExposureListQueryDto,
    @CurrentActor() actor: Actor,
  ): Promise<PageAnswer<Readonly<ExposureLineAnswer>>> {
    const after = cursor === undefined ? undefined : decodeCursor(cursor, place).after;
    const lines = await this.exposure.list(actor, asAt, limit + 1, after);
    return PageAnswer.of(lines.map(exposureLineAnswer), limit, ({ employmentId }) =>
      encodeCursor({ after: employmentId }),
    );
  }
}
