import { randomUUID } from 'node:crypto';
import { Controller, Get, Param, Post, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { accessOf } from '../../../platform/access/principal.js';
import { InsideApi } from '../../../platform/http/inside/inside-api.js';
import { StrictRateLimit } from '../../../platform/http/request/strict-rate-limit.js';
import type { RechargeAnswer } from '../../../recharge/index.js';
import { PDF } from '../../documents/pdf/answers-pdf.js';
import { csvDownload } from '../../downloads/csv.js';
import { xlsxDownload } from '../../downloads/xlsx.js';
import { CommandForms } from '../../forms/command-forms.js';
import { typedText, typedValues } from '../../forms/form-field.js';
import { Download, SeeOther, type Page } from '../../page/page.js';
import { Pages } from '../../page/pages.js';
import { lineCommands, rechargeAddress, rechargeCommands } from '../../words/recharge-commands.js';
import { rechargePage } from './recharge-page.js';
import { linesSheet, paymentsSheet } from './recharge-sheets.js';

/** What a page says of what was just recorded, by the name that its address has for it. */
const DONE: ReadonlyMap<unknown, string> = new Map([
  ...[...rechargeCommands, ...Object.values(lineCommands)].map(({ path, done }) => [path, done] as const),
  ['credited', 'The recharge is credited.'],
  ['calculated', 'The recharge was worked out. Someone else must approve it before it is issued.'],
  ['rest-accepted', 'The lines that had no answer are accepted.'],
]);

/** One recharge: its figures, why each is what it is, and what may happen next. */
@Pages()
@Controller('recharges/:rechargeRef')
export class RechargeController {
  constructor(
    private readonly api: InsideApi,
    private readonly forms: CommandForms,
  ) {}

  @Get()
  async show(
    @Req() request: FastifyRequest,
    @Param('rechargeRef') rechargeRef: string,
    @Query('done') done: unknown,
    @Query('minPosition') minPosition: unknown,
  ): Promise<Page> {
    const seen = typeof minPosition === 'string' ? `?minPosition=${encodeURIComponent(minPosition)}` : '';
    const { body, version = 0 } = await this.api.get<RechargeAnswer>(
      request,
      `${rechargeAddress(rechargeRef)}${seen}`,
    );
    const { principal } = accessOf(request);
    const looking = { principal, mayUse: (route: string) => this.forms.mayUse(route, principal.roles) };
    const said = DONE.get(done === 'credits' && body.status === 'credited' ? 'credited' : done);
    return rechargePage(body, version, looking, {
      key: randomUUID(),
      ...(said !== undefined && { done: said }),
    });
  }

  /** The document as it was issued, which the API draws. */
  @Get('document.pdf')
  @StrictRateLimit()
  async showDocument(
    @Req() request: FastifyRequest,
    @Param('rechargeRef') rechargeRef: string,
  ): Promise<Download> {
    const content = await this.api.file(request, `${rechargeAddress(rechargeRef)}/document.pdf`);
    return new Download(`${rechargeRef}.pdf`, PDF, content);
  }

  @Get('lines.csv')
  @StrictRateLimit()
  async showCsv(
    @Req() request: FastifyRequest,
    @Param('rechargeRef') rechargeRef: string,
  ): Promise<Download> {
    const { body } = await this.api.get<RechargeAnswer>(request, rechargeAddress(rechargeRef));
    return csvDownload(`${body.rechargeRef}-lines`, linesSheet(body));
  }

  @Get('recharge.xlsx')
  @StrictRateLimit()
  async showXlsx(
    @Req() request: FastifyRequest,
    @Param('rechargeRef') rechargeRef: string,
  ): Promise<Download> {
    const { body } = await this.api.get<RechargeAnswer>(request, rechargeAddress(rechargeRef));
    return xlsxDownload(body.rechargeRef, [linesSheet(body), paymentsSheet(body)]);
  }

  /** Accepts, one after the other, the lines that have no answer. What was accepted before a refusal stays accepted. */
  @Post('accept-rest')
  async acceptRest(
    @Req() request: FastifyRequest,
    @Param('rechargeRef') rechargeRef: string,
  ): Promise<SeeOther> {
    const values = typedValues(request);
    const address = rechargeAddress(rechargeRef);
    const { body } = await this.api.get<RechargeAnswer>(request, address);
    let version = Number(typedText(values, '_version'));
    let position = '0';
    for (const { number } of body.lines.filter(({ answer }) => answer === 'open')) {
      const path = `${address}/lines/${number}/${lineCommands.accept.path}`;
      const key = `${typedText(values, '_key')}-${number}`;
      const answer = await this.api.command(request, path, {}, { key, version });
      version = answer.version ?? version;
      position = answer.position ?? position;
    }
    const query = new URLSearchParams({ done: 'rest-accepted', minPosition: position });
    return new SeeOther(`/recharges/${rechargeRef}?${query.toString()}`);
  }
}
