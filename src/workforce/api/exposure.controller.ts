import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { todayInLondon, type Clock } from '../../kernel/clock.js';
import type { Actor } from '../../kernel/event.js';
import type { PlainDate } from '../../kernel/plain-date.js';
import { record, text } from '../../kernel/shape.js';
import { RequiresRole } from '../../platform/access/access-rule.js';
import { CurrentActor } from '../../platform/access/current-actor.js';
import { ROLES } from '../../platform/access/roles.js';
import { CLOCK } from '../../platform/clock/clock.module.js';
import { RefusedByRules } from '../../platform/http/openapi/refused-by-rules.js';
import { decodeCursor, encodeCursor } from '../../platform/http/paging/cursor.js';
import { AnswersPageOf } from '../../platform/http/paging/describe-page.js';
import { PageAnswer } from '../../platform/http/paging/page-answer.js';
import { clocksAnswer } from '../../platform/http/wire/clocks.js';
import { todayOf } from '../../platform/past/known-history.js';
import { PastReads } from '../../platform/past/past-reads.js';
import {
  exposureInAll,
  exposureProjection,
  ExposureQuery,
  totalsOf,
  type ExposureLine,
} from '../projections/exposure/exposure.query.js';
import {
  ExposureAnswer,
  exposureAnswer,
  ExposureLineAnswer,
  exposureLineAnswer,
  ExposureListQueryDto,
  ExposureQueryDto,
} from './exposure-answers.js';

const place = record({ after: text });
/** Cases whose histories are in memory at a time. */
const CASES_AT_ONCE = 100;

/** What redundancies would cost if they came: the contingent liability of an organisation's cases. */
@ApiTags('Redundancy')
@RequiresRole(...ROLES)
@RefusedByRules('The cap on a week’s pay is not known for that day')
@Controller('v1/exposure')
export class ExposureController {
  constructor(
    private readonly exposure: ExposureQuery,
    private readonly past: PastReads,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @ApiOperation({
    summary: 'Show the contingent redundancy liability of every live job of your cases on a day, by funder',
    description:
      'As if each job ended on that day by redundancy, by what is known now or, with knownAt, was known at that moment. No date of birth is kept, so it runs from the lowest to the highest that the ages allow; insurance and reserves are not taken off. A day whose cap on a week’s pay is not known is refused.',
  })
  @ApiOkResponse({ type: ExposureAnswer })
  async show(
    @Query() { asAt, knownAt }: ExposureQueryDto,
    @CurrentActor() actor: Actor,
  ): Promise<Readonly<ExposureAnswer>> {
    if (knownAt === undefined) {
      return exposureAnswer(await this.exposure.totals(actor, asAt ?? todayInLondon(this.clock)));
    }
    const { clocks, lines } = await this.linesKnown(actor, knownAt, asAt);
    return { ...exposureAnswer(totalsOf(lines, todayOf(clocks))), clocks: clocksAnswer({ clocks }) };
  }

  @Get('employments')
  @ApiOperation({
    summary:
      'List the live jobs of your cases on a day with the range that the redundancy of each would cost',
  })
  @AnswersPageOf(ExposureLineAnswer)
  async list(
    @Query() { asAt, knownAt, limit, cursor }: ExposureListQueryDto,
    @CurrentActor() actor: Actor,
  ): Promise<PageAnswer<Readonly<ExposureLineAnswer>>> {
    const after = cursor === undefined ? undefined : decodeCursor(cursor, place).after;
    const lines =
      knownAt === undefined
        ? await this.exposure.list(actor, asAt ?? todayInLondon(this.clock), limit + 1, after)
        : pageAfter(after, (await this.linesKnown(actor, knownAt, asAt)).lines, limit + 1);
    return PageAnswer.of(lines.map(exposureLineAnswer), limit, ({ employmentId }) =>
      encodeCursor({ after: employmentId }),
    );
  }

  /** Every case is folded again as it was known: the read model has only what is known now. */
  private async linesKnown(actor: Actor, knownAt: string, asAt: PlainDate | undefined) {
    const clocks = await this.past.clocksOf({ knownAt, ...(asAt !== undefined && { asAt }) });
    const histories = this.past.all(exposureProjection, clocks, CASES_AT_ONCE);
    return { clocks, lines: await exposureInAll(histories, actor, todayOf(clocks)) };
  }
}

function pageAfter(
  after: string | undefined,
  lines: readonly ExposureLine[],
  limit: number,
): readonly ExposureLine[] {
  return lines.filter(({ employmentId }) => after === undefined || employmentId > after).slice(0, limit);
}
