import { randomUUID } from 'node:crypto';
import { Controller, Get, Param, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { InsideApi } from '../../../platform/http/inside/inside-api.js';
import { Problem, type ProblemContent } from '../../../platform/http/problems/problem.js';
import type { RechargeAnswer } from '../../../recharge/index.js';
import { bodyOfForm } from '../../forms/body-of-form.js';
import { CommandForms } from '../../forms/command-forms.js';
import { drawnForm } from '../../forms/drawn-form.js';
import { typedText, typedValues, type TypedValues } from '../../forms/form-field.js';
import { mendable } from '../../forms/mendable.js';
import { Page, SeeOther } from '../../page/page.js';
import { Pages } from '../../page/pages.js';
import { lineCommands, lineRoute, rechargeAddress } from '../../words/recharge-commands.js';
import { rechargeName } from './recharge-names.js';
import { lineRow } from './recharge-page.js';

const NO_ANSWER = {
  text: 'Choose whether you accept the line or query it',
  href: '#answer',
};

/** The answer to one line: it is accepted, or queried for a reason. */
@Pages()
@Controller('recharges/:rechargeRef/lines/:line')
export class RechargeLineController {
  constructor(
    private readonly api: InsideApi,
    private readonly forms: CommandForms,
  ) {}

  @Get()
  async ask(
    @Req() request: FastifyRequest,
    @Param('rechargeRef') rechargeRef: string,
    @Param('line') line: string,
  ): Promise<Page> {
    const { body, version = 0 } = await this.api.get<RechargeAnswer>(request, rechargeAddress(rechargeRef));
    return this.page(body, line, { _version: String(version), _key: randomUUID() });
  }

  @Post()
  async send(
    @Req() request: FastifyRequest,
    @Param('rechargeRef') rechargeRef: string,
    @Param('line') line: string,
  ): Promise<Page | SeeOther> {
    const values = typedValues(request);
    const address = rechargeAddress(rechargeRef);
    const { body: now, version = 0 } = await this.api.get<RechargeAnswer>(request, address);
    const answered = typedText(values, 'answer');
    const command = answered === 'accept' || answered === 'query' ? lineCommands[answered] : undefined;
    if (command === undefined) return this.page(now, line, values, undefined, true);
    const { path } = command;
    const body = bodyOfForm(this.forms.fieldsOf(lineRoute(path)), values);
    const options = { key: typedText(values, '_key'), version: Number(typedText(values, '_version')) };
    try {
      const answer = await this.api.command(
        request,
        `${address}/lines/${encodeURIComponent(line)}/${path}`,
        body,
        options,
      );
      const query = new URLSearchParams({ done: path, minPosition: answer.position ?? '0' });
      return new SeeOther(`/recharges/${rechargeRef}?${query.toString()}`);
    } catch (fault) {
      const problem = mendable(fault);
      const stale = problem.code === 'stale-version' && { _version: String(version) };
      return this.page(now, line, { ...values, _key: randomUUID(), ...stale }, problem);
    }
  }

  private page(
    recharge: Readonly<RechargeAnswer>,
    number: string,
    values: TypedValues,
    problem?: ProblemContent,
    unanswered = false,
  ): Page {
    const { rechargeRef } = recharge;
    const line = recharge.lines.find((each) => String(each.number) === number);
    if (line === undefined) throw new Problem('not-found', 'The recharge has no line of that number.');
    const { fields, errors } = drawnForm(
      this.forms.fieldsOf(lineRoute(lineCommands.query.path)),
      values,
      problem,
    );
    const model = {
      title: `Answer line ${number}`,
      under: rechargeName(recharge),
      recharge,
      line: lineRow(line, rechargeRef, true),
      fields,
      errors: unanswered ? [NO_ANSWER] : errors,
      answer: typedText(values, 'answer'),
      unanswered: unanswered ? NO_ANSWER.text : undefined,
      action: `/recharges/${rechargeRef}/lines/${number}`,
      key: typedText(values, '_key'),
      version: typedText(values, '_version'),
      stale: problem?.code === 'stale-version',
    };
    return new Page('pages/recharge-line.njk', model, unanswered ? 422 : (problem?.status ?? 200));
  }
}
