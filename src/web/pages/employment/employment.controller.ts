import { Controller, Get, Param, Post, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { accessOf } from '../../../platform/access/principal.js';
import { InsideApi } from '../../../platform/http/inside/inside-api.js';
import { employmentNextSteps, type EmploymentAnswer } from '../../../workforce/index.js';
import { CommandForms } from '../../forms/command-forms.js';
import type { Page, SeeOther } from '../../page/page.js';
import { Pages } from '../../page/pages.js';
import { employmentCommandRoute, employmentCommands } from '../../words/employment-commands.js';
import { commandAt, CommandPages, correcting, sentBy, type CommandForm } from '../commands/command-pages.js';
import { possibleCommands, saidDone } from '../commands/possible-commands.js';
import { seeing } from '../transfer-case/case-addresses.js';
import { employmentPage } from './employment-page.js';

/** One PA's job, and a form for everything that can be done to it. */
@Pages()
@Controller('employments/:employmentId')
export class EmploymentController {
  constructor(
    private readonly api: InsideApi,
    private readonly forms: CommandForms,
    private readonly pages: CommandPages,
  ) {}

  @Get()
  async show(
    @Req() request: FastifyRequest,
    @Param('employmentId') employmentId: string,
    @Query('done') done: unknown,
    @Query('minPosition') minPosition: unknown,
  ): Promise<Page> {
    const answer = await this.read(request, employmentId, minPosition);
    const stage = answer.stage as keyof typeof employmentNextSteps;
    const possible = possibleCommands(employmentCommands, employmentNextSteps[stage], this.forms, {
      roles: accessOf(request).principal.roles,
      page: `/employments/${employmentId}`,
      routeOf: employmentCommandRoute,
    });
    return employmentPage(answer, possible, saidDone(employmentCommands, done));
  }

  @Get('do/:command')
  async ask(
    @Req() request: FastifyRequest,
    @Param('employmentId') employmentId: string,
    @Param('command') path: string,
    @Query('corrects') corrects: unknown,
  ): Promise<Page> {
    const form = await this.formOf(request, employmentId, path);
    return this.pages.ask(request, form, () => correcting(corrects));
  }

  @Post('do/:command')
  async send(
    @Req() request: FastifyRequest,
    @Param('employmentId') employmentId: string,
    @Param('command') path: string,
  ): Promise<Page | SeeOther> {
    const form = await this.formOf(request, employmentId, path);
    return this.pages.send(request, form, sentBy(form.route, path));
  }

  private async formOf(request: FastifyRequest, employmentId: string, path: string): Promise<CommandForm> {
    const { text: title } = commandAt(employmentCommands, path);
    const { caseRef, assistantRef } = await this.read(request, employmentId);
    const page = `/employments/${employmentId}`;
    return {
      title,
      route: employmentCommandRoute(path),
      record: addressOf(employmentId),
      page,
      action: `${page}/do/${path}`,
      under: `PA ${assistantRef}, case ${caseRef}`,
      trail: [
        { text: 'Cases', href: '/cases' },
        { text: caseRef, href: `/cases/${caseRef}` },
        { text: `PA ${assistantRef}`, href: page },
      ],
    };
  }

  private async read(
    request: FastifyRequest,
    employmentId: string,
    minPosition?: unknown,
  ): Promise<Readonly<EmploymentAnswer>> {
    const address = seeing(addressOf(employmentId), minPosition);
    return (await this.api.get<EmploymentAnswer>(request, address)).body;
  }
}

function addressOf(employmentId: string): string {
  return `/v1/employments/${encodeURIComponent(employmentId)}`;
}
