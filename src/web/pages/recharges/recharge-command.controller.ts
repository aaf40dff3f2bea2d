import { Controller, Get, Param, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { RechargeAnswer } from '../../../recharge/index.js';
import type { Page, SeeOther } from '../../page/page.js';
import { Pages } from '../../page/pages.js';
import { rechargeCommands, rechargeRoute } from '../../words/recharge-commands.js';
import { commandAt, CommandPages, sentBy, type CommandForm } from '../commands/command-pages.js';
import { rechargeForm, rechargeName, statusTag } from './recharge-names.js';
import { wordsOf } from './recharge-page.js';

/** A form for everything that is done to a whole recharge, with its sum before the eyes of whoever sends it. */
@Pages()
@Controller('recharges/:rechargeRef/do/:command')
export class RechargeCommandController {
  constructor(private readonly pages: CommandPages) {}

  @Get()
  async ask(
    @Req() request: FastifyRequest,
    @Param('rechargeRef') rechargeRef: string,
    @Param('command') path: string,
  ): Promise<Page> {
    // Who agrees to a credit says the reason of the request.
    return this.pages.ask(request, formOf(rechargeRef, path), ({ creditRequest }) =>
      path === 'credits' && creditRequest !== undefined ? { reasonCode: creditRequest.reasonCode } : {},
    );
  }

  @Post()
  async send(
    @Req() request: FastifyRequest,
    @Param('rechargeRef') rechargeRef: string,
    @Param('command') path: string,
  ): Promise<Page | SeeOther> {
    const form = formOf(rechargeRef, path);
    return this.pages.send(request, form, sentBy(form.route, path));
  }
}

function formOf(rechargeRef: string, path: string): CommandForm<RechargeAnswer> {
  const command = commandAt(rechargeCommands, path);
  const { button, warning } = command;
  return {
    ...rechargeForm(rechargeRef),
    title: command.text,
    route: rechargeRoute(path),
    action: `/recharges/${rechargeRef}/do/${path}`,
    view: (recharge) => ({
      template: 'pages/recharge-command.njk',
      model: {
        title: wordsOf(command, recharge),
        under: rechargeName(recharge),
        recharge,
        tag: statusTag(recharge.status),
        button,
        warning,
      },
    }),
  };
}
