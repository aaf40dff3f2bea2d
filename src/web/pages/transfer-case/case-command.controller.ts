import { Controller, Get, Param, Post, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Page, SeeOther } from '../../page/page.js';
import { Pages } from '../../page/pages.js';
import { caseCommandRoute, caseCommands } from '../../words/case-commands.js';
import { commandAt, CommandPages, type CommandForm } from '../commands/command-pages.js';
import { caseAddress } from './case-addresses.js';

/** A form for everything that can be done to a case. */
@Pages()
@Controller('cases/:caseRef/do/:command')
export class CaseCommandController {
  constructor(private readonly pages: CommandPages) {}

  @Get()
  async ask(
    @Req() request: FastifyRequest,
    @Param('caseRef') caseRef: string,
    @Param('command') path: string,
    @Query('corrects') corrects: unknown,
  ): Promise<Page> {
    return this.pages.ask(request, formOf(caseRef, path), corrects);
  }

  @Post()
  async send(
    @Req() request: FastifyRequest,
    @Param('caseRef') caseRef: string,
    @Param('command') path: string,
  ): Promise<Page | SeeOther> {
    return this.pages.send(request, formOf(caseRef, path));
  }
}

function formOf(caseRef: string, path: string): CommandForm {
  const page = `/cases/${caseRef}`;
  return {
    command: commandAt(caseCommands, path),
    route: caseCommandRoute(path),
    record: caseAddress(caseRef),
    page,
    under: `Case ${caseRef}`,
    trail: [
      { text: 'Cases', href: '/cases' },
      { text: caseRef, href: page },
    ],
  };
}
