import { Controller, Get, Param, Post, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { accessOf } from '../../../platform/access/principal.js';
import type { CaseAnswer } from '../../../transfer-case/index.js';
import type { TypedValues } from '../../forms/form-field.js';
import type { Page, SeeOther } from '../../page/page.js';
import { Pages } from '../../page/pages.js';
import { caseCommandRoute, caseCommands } from '../../words/case-commands.js';
import { ColleagueChoices } from '../assignment/colleagues.js';
import { commandAt, CommandPages, correcting, sentBy, type CommandForm } from '../commands/command-pages.js';
import { caseAddress } from './case-addresses.js';

/** The command whose form offers colleagues to choose from. */
const ASSIGN = 'assignments';
const REOPEN = 'reopenings';

/** A form for everything that can be done to a case. */
@Pages()
@Controller('cases/:caseRef/do/:command')
export class CaseCommandController {
  constructor(
    private readonly pages: CommandPages,
    private readonly colleagues: ColleagueChoices,
  ) {}

  /** @param corrects the event that the form is to put right, where a link named one */
  @Get()
  async ask(
    @Req() request: FastifyRequest,
    @Param('caseRef') caseRef: string,
    @Param('command') path: string,
    @Query('corrects') corrects: unknown,
  ): Promise<Page> {
    const { subject } = accessOf(request).principal;
    const typed: TypedValues = {
      ...(path === ASSIGN && { assignee: subject }),
      ...correcting(corrects),
    };
    const form = await this.formOf(request, caseRef, path);
    // Who agrees to reopen a case says the reason and the document of the request.
    return this.pages.ask(request, form, ({ facts: { reopeningRequest } }) => ({
      ...typed,
      ...(path === REOPEN &&
        reopeningRequest !== undefined && {
          reasonCode: reopeningRequest.reasonCode,
          documentReference: reopeningRequest.documentReference,
        }),
    }));
  }

  @Post()
  async send(
    @Req() request: FastifyRequest,
    @Param('caseRef') caseRef: string,
    @Param('command') path: string,
  ): Promise<Page | SeeOther> {
    const form = await this.formOf(request, caseRef, path);
    return this.pages.send(request, form, sentBy(form.route, path));
  }

  private async formOf(
    request: FastifyRequest,
    caseRef: string,
    path: string,
  ): Promise<CommandForm<CaseAnswer>> {
    const page = `/cases/${caseRef}`;
    const colleagues = path === ASSIGN ? await this.colleagues.of(request) : undefined;
    return {
      title: commandAt(caseCommands, path).text,
      route: caseCommandRoute(path),
      record: caseAddress(caseRef),
      page,
      action: `${page}/do/${path}`,
      under: `Case ${caseRef}`,
      trail: [
        { text: 'Cases', href: '/cases' },
        { text: caseRef, href: page },
      ],
      ...(colleagues && { choices: { assignee: colleagues } }),
    };
  }
}
