import { randomUUID } from 'node:crypto';
import { Controller, Get, Param, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { ApiRefusal } from '../../../platform/http/inside/api-refusal.js';
import { InsideApi } from '../../../platform/http/inside/inside-api.js';
import { Problem } from '../../../platform/http/problems/problem.js';
import type { ProblemContent } from '../../../platform/http/problems/problem.js';
import type { CaseAnswer } from '../../../transfer-case/index.js';
import { bodyOfForm } from '../../forms/body-of-form.js';
import { CommandForms } from '../../forms/command-forms.js';
import { drawnForm } from '../../forms/drawn-form.js';
import { typedText, typedValues, type TypedValues } from '../../forms/form-field.js';
import { withListChanged } from '../../forms/lists-of-form.js';
import { Page, SeeOther } from '../../page/page.js';
import { Pages } from '../../page/pages.js';
import { caseCommands, type CaseCommand } from '../../words/case-commands.js';
import { caseCommandRoute } from './case.controller.js';

/** Problems that the person can mend on the form, with what was typed still there. */
const MENDABLE = new Set([400, 409, 412, 422]);

/** A form for everything that can be done to a case. */
@Pages()
@Controller('cases/:caseRef/do/:command')
export class CaseCommandController {
  constructor(
    private readonly api: InsideApi,
    private readonly forms: CommandForms,
  ) {}

  @Get()
  async ask(
    @Req() request: FastifyRequest,
    @Param('caseRef') caseRef: string,
    @Param('command') path: string,
  ): Promise<Page> {
    const { version = 0 } = await this.api.get<CaseAnswer>(request, addressOf(caseRef));
    return this.page(caseRef, commandAt(path), { _version: String(version), _key: randomUUID() });
  }

  @Post()
  async send(
    @Req() request: FastifyRequest,
    @Param('caseRef') caseRef: string,
    @Param('command') path: string,
  ): Promise<Page | SeeOther> {
    const command = commandAt(path);
    const values = typedValues(request);
    const changed = withListChanged(values);
    if (changed !== undefined) return this.page(caseRef, command, changed);
    const body = bodyOfForm(this.forms.fieldsOf(caseCommandRoute(path)), values);
    const options = { key: typedText(values, '_key'), version: Number(typedText(values, '_version')) };
    try {
      const { position } = await this.api.command(request, `${addressOf(caseRef)}/${path}`, body, options);
      const seen = position === undefined ? '' : `&minPosition=${position}`;
      return new SeeOther(`/cases/${caseRef}?done=${path}${seen}`);
    } catch (fault) {
      if (!(fault instanceof ApiRefusal) || !MENDABLE.has(fault.content.status)) throw fault;
      return this.page(
        caseRef,
        command,
        await this.nextTry(request, caseRef, values, fault.content),
        fault.content,
      );
    }
  }

  /** What was typed, with a key of its own; after somebody else's change for the case as it is now, which the page shows. */
  private async nextTry(
    request: FastifyRequest,
    caseRef: string,
    values: TypedValues,
    { code }: ProblemContent,
  ): Promise<TypedValues> {
    const next = { ...values, _key: randomUUID() };
    if (code !== 'stale-version') return next;
    const { version = 0 } = await this.api.get<CaseAnswer>(request, addressOf(caseRef));
    return { ...next, _version: String(version) };
  }

  private page(
    caseRef: string,
    { path, text }: CaseCommand,
    values: TypedValues,
    problem?: ProblemContent,
  ): Page {
    const { fields, errors } = drawnForm(this.forms.fieldsOf(caseCommandRoute(path)), values, problem);
    const model = {
      title: text,
      under: `Case ${caseRef}`,
      caseRef,
      fields,
      errors,
      action: `/cases/${caseRef}/do/${path}`,
      key: typedText(values, '_key'),
      version: typedText(values, '_version'),
      stale: problem?.code === 'stale-version',
    };
    return new Page('pages/command.njk', model, problem === undefined ? 200 : problem.status);
  }
}

function addressOf(caseRef: string): string {
  return `/v1/transfer-cases/${encodeURIComponent(caseRef)}`;
}

function commandAt(path: string): CaseCommand {
  const command = caseCommands.find((each) => each.path === path);
  if (command === undefined) throw new Problem('not-found', 'There is nothing of that name to do.');
  return command;
}
