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
import {
  rechargeAddress,
  rechargeCommands,
  rechargeRoute,
  type RechargeCommand,
} from '../../words/recharge-commands.js';
import { rechargeName, statusTag } from './recharge-names.js';
import { wordsOf } from './recharge-page.js';

/** A form for everything that is done to a whole recharge, with its sum before the eyes of whoever sends it. */
@Pages()
@Controller('recharges/:rechargeRef/do/:command')
export class RechargeCommandController {
  constructor(
    private readonly api: InsideApi,
    private readonly forms: CommandForms,
  ) {}

  @Get()
  async ask(
    @Req() request: FastifyRequest,
    @Param('rechargeRef') rechargeRef: string,
    @Param('command') path: string,
  ): Promise<Page> {
    const { body, version = 0 } = await this.api.get<RechargeAnswer>(request, rechargeAddress(rechargeRef));
    // Who agrees to a credit says the reason of the request.
    const reasonCode = path === 'credits' ? body.creditRequest?.reasonCode : undefined;
    return this.page(body, commandAt(path), {
      _version: String(version),
      _key: randomUUID(),
      ...(reasonCode !== undefined && { reasonCode }),
    });
  }

  @Post()
  async send(
    @Req() request: FastifyRequest,
    @Param('rechargeRef') rechargeRef: string,
    @Param('command') path: string,
  ): Promise<Page | SeeOther> {
    const command = commandAt(path);
    const values = typedValues(request);
    const body = bodyOfForm(this.forms.fieldsOf(rechargeRoute(path)), values);
    const options = { key: typedText(values, '_key'), version: Number(typedText(values, '_version')) };
    const address = rechargeAddress(rechargeRef);
    try {
      const { position = '0' } = await this.api.command(request, `${address}/${path}`, body, options);
      const query = new URLSearchParams({ done: path, minPosition: position });
      return new SeeOther(`/recharges/${rechargeRef}?${query.toString()}`);
    } catch (fault) {
      const problem = mendable(fault);
      const { body: now, version = 0 } = await this.api.get<RechargeAnswer>(request, address);
      const next = { ...values, _key: randomUUID() };
      // Only after somebody else's change is the form sent for another version: the page shows the recharge as it is now.
      const stale = problem.code === 'stale-version' && { _version: String(version) };
      return this.page(now, command, { ...next, ...stale }, problem);
    }
  }

  private page(
    recharge: Readonly<RechargeAnswer>,
    command: RechargeCommand,
    values: TypedValues,
    problem?: ProblemContent,
  ): Page {
    const { path, button, warning } = command;
    const { rechargeRef } = recharge;
    const { fields, errors } = drawnForm(this.forms.fieldsOf(rechargeRoute(path)), values, problem);
    const model = {
      title: wordsOf(command, recharge),
      under: rechargeName(recharge),
      recharge,
      tag: statusTag(recharge.status),
      button,
      warning,
      fields,
      errors,
      missing: problem?.facts?.['missing'],
      action: `/recharges/${rechargeRef}/do/${path}`,
      key: typedText(values, '_key'),
      version: typedText(values, '_version'),
      stale: problem?.code === 'stale-version',
    };
    return new Page('pages/recharge-command.njk', model, problem?.status ?? 200);
  }
}

function commandAt(path: string): RechargeCommand {
  const command = rechargeCommands.find((each) => each.path === path);
  if (command === undefined) throw new Problem('not-found', 'There is nothing of that name to do.');
  return command;
}
