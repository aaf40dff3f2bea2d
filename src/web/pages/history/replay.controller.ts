import { Controller, Get, Inject, Param, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { CaseDifferenceAnswer, ReplayedStepAnswer } from '../../../audit/index.js';
import { todayInLondon, type Clock } from '../../../kernel/clock.js';
import { CLOCK } from '../../../platform/clock/clock.module.js';
import { InsideApi } from '../../../platform/http/inside/inside-api.js';
import { askedAgain } from '../../forms/asked-again.js';
import { askedOf, withQuery } from '../../forms/asked-days.js';
import type { TypedValues } from '../../forms/form-field.js';
import type { Page } from '../../page/page.js';
import { Pages } from '../../page/pages.js';
import { everyEvent } from './case-events.js';
import { COMPARE_FIELDS, comparePage } from './compare-page.js';
import { replayPage } from './replay-page.js';
import { caseAddress } from '../transfer-case/case-addresses.js';

/** For those who trust nobody: a case step by step, and what differs between two looks at it. */
@Pages()
@Controller('cases/:caseRef')
export class ReplayPagesController {
  constructor(
    private readonly api: InsideApi,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get('replay')
  async replay(
    @Req() request: FastifyRequest,
    @Param('caseRef') caseRef: string,
    @Query('position') position: unknown,
  ): Promise<Page> {
    const asked = new URLSearchParams(typeof position === 'string' && position !== '' ? { position } : {});
    const address = withQuery(`${caseAddress(caseRef)}/replay`, asked);
    const { body } = await this.api.get<ReplayedStepAnswer>(request, address);
    return replayPage(body, await everyEvent(this.api, request, caseRef));
  }

  @Get('compare')
  async compare(
    @Req() request: FastifyRequest,
    @Param('caseRef') caseRef: string,
    @Query() values: TypedValues,
  ): Promise<Page> {
    const asked = askedOf(COMPARE_FIELDS, values);
    if (asked.size === 0) {
      // Whether there is such a case is said before anything is asked about it.
      await this.api.get(request, caseAddress(caseRef));
      return comparePage(caseRef, values, {});
    }
    const address = withQuery(`${caseAddress(caseRef)}/diff`, this.untilNow(asked));
    try {
      const { body } = await this.api.get<CaseDifferenceAnswer>(request, address);
      return comparePage(caseRef, values, { found: body });
    } catch (fault) {
      return comparePage(caseRef, values, { problem: askedAgain(fault) });
    }
  }

  /** Today has not ended: what counts of it is what has been recorded until now. */
  private untilNow(asked: URLSearchParams): URLSearchParams {
    const until = new URLSearchParams(asked);
    const today = todayInLondon(this.clock);
    for (const look of ['from', 'to']) {
      if (asked.get(look) === today) until.set(look, this.clock.now().toISOString());
    }
    return until;
  }
}
