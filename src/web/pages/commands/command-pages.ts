import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { ApiRefusal } from '../../../platform/http/inside/api-refusal.js';
import { InsideApi } from '../../../platform/http/inside/inside-api.js';
import { Problem, type ProblemContent } from '../../../platform/http/problems/problem.js';
import { bodyOfForm } from '../../forms/body-of-form.js';
import { CommandForms } from '../../forms/command-forms.js';
import { drawnForm } from '../../forms/drawn-form.js';
import { typedText, typedValues, type TypedValues } from '../../forms/form-field.js';
import { withListChanged } from '../../forms/lists-of-form.js';
import { Page, SeeOther } from '../../page/page.js';
import type { Command } from '../../words/command.js';
import { ChangesSince, type Change } from './changes-since.js';

/** Problems that the person can mend on the form, with what was typed still there. */
const MENDABLE: ReadonlySet<number> = new Set([400, 409, 412, 422]);

/** A form of one command on one record. */
export interface CommandForm {
  readonly command: Command;
  /** The command in the API description: `/v1/transfer-cases/{caseRef}/payments`. */
  readonly route: string;
  /** The record in the API, whose version the form is drawn from. */
  readonly record: string;
  /** The record's own page, to which the person goes back. */
  readonly page: string;
  /** What the record is called: `Case TC-7F3K92QD1M`. */
  readonly under: string;
  /** The way to the record's page, from the list down. */
  readonly trail: readonly { readonly text: string; readonly href: string }[];
}

interface Versioned {
  readonly caseRef: string;
}

/** The pages with the form of a command, and what is done when it is sent. */
@Injectable()
export class CommandPages {
  constructor(
    private readonly api: InsideApi,
    private readonly forms: CommandForms,
    private readonly changes: ChangesSince,
  ) {}

  /** @param corrects the event that the form is to put right, where a link named one */
  async ask(request: FastifyRequest, form: CommandForm, corrects?: unknown): Promise<Page> {
    const { version = 0 } = await this.api.get<Versioned>(request, form.record);
    const named = typeof corrects === 'string' ? { 'corrects.eventId': corrects } : {};
    return this.page(form, { ...named, _version: String(version), _key: randomUUID() });
  }

  async send(request: FastifyRequest, form: CommandForm): Promise<Page | SeeOther> {
    const values = typedValues(request);
    const changed = withListChanged(values);
    if (changed !== undefined) return this.page(form, changed);
    const { path } = form.command;
    const body = bodyOfForm(this.forms.fieldsOf(form.route), values);
    const options = { key: typedText(values, '_key'), version: versionIn(values) };
    try {
      const { position } = await this.api.command(request, `${form.record}/${path}`, body, options);
      const seen = position === undefined ? '' : `&minPosition=${position}`;
      return new SeeOther(`${form.page}?done=${path}${seen}`);
    } catch (fault) {
      if (!(fault instanceof ApiRefusal) || !MENDABLE.has(fault.content.status)) throw fault;
      return this.again(request, form, values, fault.content);
    }
  }

  /** What was typed, with a key of its own; after somebody else's change for the record as it is now, with what was changed. */
  private async again(
    request: FastifyRequest,
    form: CommandForm,
    values: TypedValues,
    problem: ProblemContent,
  ): Promise<Page> {
    const next = { ...values, _key: randomUUID() };
    if (problem.code !== 'stale-version') return this.page(form, next, problem);
    const { body, version = 0 } = await this.api.get<Versioned>(request, form.record);
    const since = await this.changes.of(request, body, versionIn(values));
    return this.page(form, { ...next, _version: String(version) }, problem, since);
  }

  private page(
    form: CommandForm,
    values: TypedValues,
    problem?: ProblemContent,
    since: readonly Change[] = [],
  ): Page {
    const { command, route, page, under, trail } = form;
    const { fields, errors } = drawnForm(this.forms.fieldsOf(route), values, problem);
    const stale = problem?.code === 'stale-version';
    const model = {
      title: command.text,
      under,
      trail,
      back: page,
      fields,
      errors: stale ? [{ text: 'Somebody else recorded something while you had the form open' }] : errors,
      action: `${page}/do/${command.path}`,
      key: typedText(values, '_key'),
      version: typedText(values, '_version'),
      stale,
      since,
    };
    return new Page('pages/command.njk', model, problem === undefined ? 200 : problem.status);
  }
}

/** @throws Problem `not-found` when there is no such command. */
export function commandAt(commands: readonly Command[], path: string): Command {
  const command = commands.find((each) => each.path === path);
  if (command === undefined) throw new Problem('not-found', 'There is nothing of that name to do.');
  return command;
}

function versionIn(values: TypedValues): number {
  return Number(typedText(values, '_version'));
}
