import { Controller, Get, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { InsideApi } from '../../../platform/http/inside/inside-api.js';
import type { ExposureAnswer } from '../../../workforce/index.js';
import { askedAgain } from '../../forms/asked-again.js';
import { askedOf, CLOCK_FIELDS, withQuery } from '../../forms/asked-days.js';
import { typedText, type TypedValues } from '../../forms/form-field.js';
import type { Page } from '../../page/page.js';
import { Pages } from '../../page/pages.js';
import { exposurePage, type ExposedJobs } from './exposure-page.js';

const JOBS = '50';

/** What redundancies in the cases of one's organisation would cost if they came. */
@Pages()
@Controller('exposure')
export class ExposurePagesController {
  constructor(private readonly api: InsideApi) {}

  @Get()
  async show(@Req() request: FastifyRequest, @Query() values: TypedValues): Promise<Page> {
    const asked = askedOf(CLOCK_FIELDS, values);
    const page = new URLSearchParams(asked);
    page.set('limit', JOBS);
    const cursor = typedText(values, 'cursor');
    if (cursor !== '') page.set('cursor', cursor);
    try {
      const { body: totals } = await this.api.get<ExposureAnswer>(request, withQuery('/v1/exposure', asked));
      const { body: jobs } = await this.api.get<ExposedJobs>(
        request,
        withQuery('/v1/exposure/employments', page),
      );
      return exposurePage(values, { totals, jobs });
    } catch (fault) {
      return exposurePage(values, { problem: askedAgain(fault) });
    }
  }
}
