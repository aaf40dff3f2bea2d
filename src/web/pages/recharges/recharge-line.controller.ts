import { Controller, Get, Param, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Problem } from '../../../platform/http/problems/problem.js';
import type { RechargeAnswer } from '../../../recharge/index.js';
import { typedText, typedValues } from '../../forms/form-field.js';
import type { Page, SeeOther } from '../../page/page.js';
import { Pages } from '../../page/pages.js';
import { lineCommands, lineRoute } from '../../words/recharge-commands.js';
import { CommandPages, type CommandForm } from '../commands/command-pages.js';
import { rechargeForm, rechargeName } from './recharge-names.js';
import { lineRow } from './recharge-page.js';

const NO_ANSWER = { text: 'Choose whether you accept the line or query it', href: '#answer' };

/** The answer to one line: it is accepted, or queried for a reason. */
@Pages()
@Controller('recharges/:rechargeRef/lines/:line')
export class RechargeLineController {
  constructor(private readonly pages: CommandPages) {}

  @Get()
  async ask(
    @Req() request: FastifyRequest,
    @Param('rechargeRef') rechargeRef: string,
    @Param('line') line: string,
  ): Promise<Page> {
    return this.pages.ask(request, formOf(rechargeRef, line));
  }

  @Post()
  async send(
    @Req() request: FastifyRequest,
    @Param('rechargeRef') rechargeRef: string,
    @Param('line') line: string,
  ): Promise<Page | SeeOther> {
    const form = formOf(rechargeRef, line);
    const values = typedValues(request);
    const answer = typedText(values, 'answer');
    if (answer !== 'accept' && answer !== 'query') {
      return this.pages.again(request, form, { values, errors: [NO_ANSWER] });
    }
    const { path } = lineCommands[answer];
    const address = `lines/${encodeURIComponent(line)}/${path}`;
    return this.pages.send(request, form, { route: lineRoute(path), address, done: path });
  }
}

/** The fields are those of a query: who accepts says no more. */
function formOf(rechargeRef: string, number: string): CommandForm<RechargeAnswer> {
  return {
    ...rechargeForm(rechargeRef),
    title: `Answer line ${number}`,
    route: lineRoute(lineCommands.query.path),
    action: `/recharges/${rechargeRef}/lines/${number}`,
    view: (recharge) => {
      const line = recharge.lines.find((each) => `${each.number}` === number);
      if (line === undefined) throw new Problem('not-found', 'The recharge has no line of that number.');
      return {
        template: 'pages/recharge-line.njk',
        model: { under: rechargeName(recharge), recharge, line: lineRow(line, rechargeRef, true) },
      };
    },
  };
}
