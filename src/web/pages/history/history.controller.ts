import { Controller, Get, Param, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { StoredEventsAnswer } from '../../../audit/index.js';
import { InsideApi } from '../../../platform/http/inside/inside-api.js';
import { StrictRateLimit } from '../../../platform/http/request/strict-rate-limit.js';
import { BySessionOf } from '../../../platform/sign-in/by-session.js';
import { askedAgain } from '../../forms/asked-again.js';
import { CommandForms } from '../../forms/command-forms.js';
import { askedOf } from '../../forms/asked-days.js';
import { typedText, type TypedValues } from '../../forms/form-field.js';
import { csvDownload } from '../../downloads/csv.js';
import { xlsxDownload } from '../../downloads/xlsx.js';
import { Download, type Page } from '../../page/page.js';
import { Pages } from '../../page/pages.js';
import { caseAddress } from '../transfer-case/case-addresses.js';
import { eventsAddress, everyEvent, mayCheckHashes, type EventsPage } from './case-events.js';
import { historyFields, historyPage } from './history-page.js';
import { historySheet } from './history-sheet.js';

/** What happened in a case, newest first, and the whole of it to take away. */
@Pages()
@Controller('cases/:caseRef')
export class HistoryPagesController {
  constructor(
    private readonly api: InsideApi,
    private readonly forms: CommandForms,
  ) {}

  @Get('history')
  async show(
    @Req() request: FastifyRequest,
    @Param('caseRef') caseRef: string,
    @Query() values: TypedValues,
  ): Promise<Page> {
    const mayCheck = mayCheckHashes(this.forms, request);
    const all = await everyEvent(this.api, request, caseRef);
    const asked = askedOf(historyFields(all), values);
    asked.set('sort', '-recordedAt');
    const cursor = typedText(values, 'cursor');
    if (cursor !== '') asked.set('cursor', cursor);
    try {
      const { body } = await this.api.get<EventsPage>(request, eventsAddress(caseRef, asked));
      return historyPage({ caseRef, all, values, found: body, mayCheck });
    } catch (fault) {
      return historyPage({
        caseRef,
        all,
        values,
        found: { items: [] },
        mayCheck,
        problem: askedAgain(fault),
      });
    }
  }

  /** Every event as the API gives it, in its order. */
  @Get('history.json')
  @StrictRateLimit()
  async json(@Req() request: FastifyRequest, @Param('caseRef') caseRef: string): Promise<Download> {
    const events = await everyEvent(this.api, request, caseRef);
    const content = `${JSON.stringify({ caseRef, events }, null, 2)}\n`;
    return new Download(`${caseRef}-history.json`, 'application/json; charset=utf-8', content);
  }

  /** The events byte for byte with their hashes, for auditors. */
  @Get('stored-events.json')
  @BySessionOf('auditor')
  @StrictRateLimit()
  async stored(@Req() request: FastifyRequest, @Param('caseRef') caseRef: string): Promise<Download> {
    const address = `${caseAddress(caseRef)}/stored-events`;
    const { body } = await this.api.get<StoredEventsAnswer>(request, address);
    const content = `${JSON.stringify(body, null, 2)}\n`;
    return new Download(`${caseRef}-stored-events.json`, 'application/json; charset=utf-8', content);
  }

  /** Every event for spreadsheets. */
  @Get('history.csv')
  @StrictRateLimit()
  async csv(@Req() request: FastifyRequest, @Param('caseRef') caseRef: string): Promise<Download> {
    return csvDownload(`${caseRef}-history`, historySheet(await everyEvent(this.api, request, caseRef)));
  }

  @Get('history.xlsx')
  @StrictRateLimit()
  async xlsx(@Req() request: FastifyRequest, @Param('caseRef') caseRef: string): Promise<Download> {
    return xlsxDownload(`${caseRef}-history`, [historySheet(await everyEvent(this.api, request, caseRef))]);
  }
}
