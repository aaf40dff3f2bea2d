import { Controller, Get, Inject, Param, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { todayInLondon, type Clock } from '../../../kernel/clock.js';
import type { ProblemContent } from '../../../platform/http/problems/problem.js';
import { InsideApi } from '../../../platform/http/inside/inside-api.js';
import { CLOCK } from '../../../platform/clock/clock.module.js';
import type { CaseAnswer, DeadlinesAnswer, FundingTimelineAnswer } from '../../../transfer-case/index.js';
import type { AccruedLeavesAnswer, EmploymentAnswer, RedundanciesAnswer } from '../../../workforce/index.js';
import { askedAgain } from '../../forms/asked-again.js';
import { askedOf, CLOCK_FIELDS, clocksForm, withQuery } from '../../forms/asked-days.js';
import type { TypedValues } from '../../forms/form-field.js';
import { Page } from '../../page/page.js';
import { Pages } from '../../page/pages.js';
import { continuityPicture } from '../../pictures/continuity-strips.js';
import { fundingPicture } from '../../pictures/funding-timeline.js';
import { caseAddress, caseSections } from '../transfer-case/case-addresses.js';
import { leaveFigures, redundancyFigures, type ShownFigure } from './case-figures.js';

/** A page of figures of a case: where it is, what it is called, and what it says where there is nothing. */
interface FiguresPage {
  readonly end: string;
  readonly title: string;
  readonly empty: string;
}

const REDUNDANCY: FiguresPage = {
  end: 'redundancy',
  title: 'Redundancy',
  empty: 'No redundancy is recorded in this case.',
};
const LEAVE: FiguresPage = {
  end: 'leave',
  title: 'Leave of the PAs',
  empty: 'No leave is known of in this case yet: it follows from the day on which the NHS is liable.',
};

/** Who paid for a case, and what its PAs cost at the transfer, at any two clocks. */
@Pages()
@Controller('cases/:caseRef')
export class CaseFiguresController {
  constructor(
    private readonly api: InsideApi,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get('funding')
  async funding(
    @Req() request: FastifyRequest,
    @Param('caseRef') caseRef: string,
    @Query() values: TypedValues,
  ): Promise<Page> {
    const asked = askedOf(CLOCK_FIELDS, values);
    const read = async <Body>(end: string) =>
      (await this.api.get<Body>(request, withQuery(`${caseAddress(caseRef)}${end}`, asked))).body;
    try {
      const { council } = await read<CaseAnswer>('');
      const timeline = await read<FundingTimelineAnswer>('/funding-timeline');
      const { items: deadlines } = await read<DeadlinesAnswer>('/deadlines');
      const { items: employments } = await read<{ items: readonly EmploymentAnswer[] }>('/employments');
      const today = timeline.clocks?.today ?? todayInLondon(this.clock);
      return new Page('pages/funding.njk', {
        ...shared(caseRef, 'Who paid', 'funding', values),
        funding: fundingPicture({ periods: timeline.periods, deadlines, today }),
        continuity: continuityPicture({ employments, council, today }),
        periods: timeline.periods,
      });
    } catch (fault) {
      const problem = askedAgain(fault);
      return new Page(
        'pages/funding.njk',
        shared(caseRef, 'Who paid', 'funding', values, problem),
        problem.status,
      );
    }
  }

  @Get('redundancy')
  async redundancy(
    @Req() request: FastifyRequest,
    @Param('caseRef') caseRef: string,
    @Query() values: TypedValues,
  ): Promise<Page> {
    return figuresPage(caseRef, values, REDUNDANCY, async (asked) => {
      const address = withQuery(`${caseAddress(caseRef)}/redundancies`, asked);
      return redundancyFigures((await this.api.get<RedundanciesAnswer>(request, address)).body);
    });
  }

  @Get('leave')
  async leave(
    @Req() request: FastifyRequest,
    @Param('caseRef') caseRef: string,
    @Query() values: TypedValues,
  ): Promise<Page> {
    return figuresPage(caseRef, values, LEAVE, async (asked) => {
      const address = withQuery(`${caseAddress(caseRef)}/leave`, asked);
      return leaveFigures((await this.api.get<AccruedLeavesAnswer>(request, address)).body);
    });
  }
}

async function figuresPage(
  caseRef: string,
  values: TypedValues,
  { end, title, empty }: FiguresPage,
  find: (asked: URLSearchParams) => Promise<readonly ShownFigure[]>,
): Promise<Page> {
  try {
    const figures = await find(askedOf(CLOCK_FIELDS, values));
    return new Page('pages/case-figures.njk', { ...shared(caseRef, title, end, values), figures, empty });
  } catch (fault) {
    const problem = askedAgain(fault);
    const model = { ...shared(caseRef, title, end, values, problem), figures: [] };
    return new Page('pages/case-figures.njk', model, problem.status);
  }
}

function shared(caseRef: string, title: string, end: string, values: TypedValues, problem?: ProblemContent) {
  return {
    ...{ title, under: `Case ${caseRef}`, caseRef, action: `/cases/${caseRef}/${end}` },
    sections: caseSections(caseRef, `/${end}`),
    ...clocksForm(values, problem),
  };
}
