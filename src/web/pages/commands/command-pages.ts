import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { InsideApi, type ApiAnswer } from '../../../platform/http/inside/inside-api.js';
import { Problem, type ProblemContent } from '../../../platform/http/problems/problem.js';
import { bodyOfForm } from '../../forms/body-of-form.js';
import { CommandForms } from '../../forms/command-forms.js';
import { drawnForm, type ErrorEntry } from '../../forms/drawn-form.js';
import { typedText, typedValues, type FormField, type TypedValues } from '../../forms/form-field.js';
import { withListChanged } from '../../forms/lists-of-form.js';
import { refusedForm, type RefusedForm } from '../../forms/mendable.js';
import { Page, SeeOther } from '../../page/page.js';
import type { Command } from '../../words/command.js';
import { ChangesSince, type Change, type ChangedRecord } from './changes-since.js';

/** A form of one command on one record. */
export interface CommandForm<Answer extends object = ChangedRecord> {
  readonly title: string;
  /** The command in the API description, whose fields the form has: `/v1/transfer-cases/{caseRef}/payments`. */
  readonly route: string;
  /** The record in the API, whose version the form is drawn from where it has one. */
  readonly record: string;
  /** The record's own page, to which the person goes back. */
  readonly page: string;
  /** Where the form is sent to. */
  readonly action: string;
  /** What the record is called: `Case TC-7F3K92QD1M`. */
  readonly under: string;
  /** The way to the record's page, from the list down. */
  readonly trail: readonly { readonly text: string; readonly href: string }[];
  /** What can be chosen in fields that the API takes any text in, by their names. */
  readonly choices?: Readonly<Record<string, readonly { readonly value: string; readonly text: string }[]>>;
  /** What the page shows besides the form, from the record as it is now; the plain page of a form when absent. */
  readonly view?: (record: Readonly<Answer>) => FormView;
}

/** A template of its own, with what it shows besides the form. */
export interface FormView {
  readonly template: string;
  readonly model: Readonly<Record<string, unknown>>;
}

/** What is done by sending a form. */
export interface SentCommand {
  /** The command in the API description. */
  readonly route: string;
  /** Its address below the record. */
  readonly address: string;
  /** By what the record's page knows what was done: the end of the command's address. */
  readonly done: string;
}

/** A form as it is drawn. */
interface Drawn {
  readonly values: TypedValues;
  readonly problem?: ProblemContent;
  readonly since?: readonly Change[];
  /** What the page itself finds wrong, before anything is sent. */
  readonly errors?: readonly ErrorEntry[];
}

/** The pages with the form of a command, and what is done when it is sent. */
@Injectable()
export class CommandPages {
  constructor(
    private readonly api: InsideApi,
    private readonly forms: CommandForms,
    private readonly changes: ChangesSince,
  ) {}

  /** @param typedFor what stands in the form before anybody has typed, from the record as it is now */
  async ask<Answer extends object>(
    request: FastifyRequest,
    form: CommandForm<Answer>,
    typedFor: (record: Readonly<Answer>) => TypedValues = () => ({}),
  ): Promise<Page> {
    const now = await this.api.get<Answer>(request, form.record);
    const values = { ...typedFor(now.body), _version: versionOf(now), _key: randomUUID() };
    return this.page(form, { values }, now.body);
  }

  async send<Answer extends object>(
    request: FastifyRequest,
    form: CommandForm<Answer>,
    { route, address, done }: SentCommand,
  ): Promise<Page | SeeOther> {
    const values = typedValues(request);
    const changed = withListChanged(values);
    if (changed !== undefined) return this.again(request, form, { values: changed });
    const body = bodyOfForm(this.forms.fieldsOf(route), values);
    const version = versionIn(values);
    const options = { key: typedText(values, '_key'), ...(version !== undefined && { version }) };
    try {
      const { position } = await this.api.command(request, `${form.record}/${address}`, body, options);
      const seen = position === undefined ? '' : `&minPosition=${position}`;
      return new SeeOther(`${form.page}?done=${done}${seen}`);
    } catch (fault) {
      return this.refused(request, form, refusedForm(values, fault));
    }
  }

  /** The form again with what was typed, and with what the page finds wrong. */
  async again<Answer extends object>(
    request: FastifyRequest,
    form: CommandForm<Answer>,
    drawn: Drawn,
  ): Promise<Page> {
    if (form.view === undefined) return this.page(form, drawn);
    const { body } = await this.api.get<Answer>(request, form.record);
    return this.page(form, drawn, body);
  }

  /** What was typed; after somebody else's change for the record as it is now, with what was changed. */
  private async refused<Answer extends object>(
    request: FastifyRequest,
    form: CommandForm<Answer>,
    { values, problem }: RefusedForm,
  ): Promise<Page> {
    if (problem.code !== 'stale-version') return this.again(request, form, { values, problem });
    // Cases, PAs' jobs and recharges have versions, and no other record has.
    const now = await this.api.get<Answer & ChangedRecord>(request, form.record);
    const since = await this.changes.of(request, now.body, versionIn(values) ?? 0);
    const drawn = { values: { ...values, _version: versionOf(now) }, problem, since };
    return this.page(form, drawn, now.body);
  }

  private page<Answer extends object>(
    form: CommandForm<Answer>,
    { values, problem, since = [], errors: own }: Drawn,
    record?: Readonly<Answer>,
  ): Page {
    const { title, under, trail, page: back, action, choices = {} } = form;
    const asked = this.forms.fieldsOf(form.route).map((field) => chosenFrom(choices, field));
    const { fields, errors } = drawnForm(asked, values, problem);
    const stale = problem?.code === 'stale-version';
    const view = record === undefined ? undefined : form.view?.(record);
    const model = {
      title,
      under,
      trail,
      back,
      fields,
      errors:
        own ?? (stale ? [{ text: 'Somebody else recorded something while you had the form open' }] : errors),
      action,
      key: typedText(values, '_key'),
      version: typedText(values, '_version'),
      stale,
      since,
      missing: problem?.facts?.['missing'],
      typed: values,
      ...view?.model,
    };
    const status = own === undefined ? (problem?.status ?? 200) : 422;
    return new Page(view?.template ?? 'pages/command.njk', model, status);
  }
}

/** @throws Problem `not-found` when there is no such command. */
export function commandAt<Known extends Pick<Command, 'path'>>(
  commands: readonly Known[],
  path: string,
): Known {
  const command = commands.find((each) => each.path === path);
  if (command === undefined) throw new Problem('not-found', 'There is nothing of that name to do.');
  return command;
}

/** What stands in a form that is to put an event right, where a link named one. */
export function correcting(eventId: unknown): TypedValues {
  return typeof eventId === 'string' ? { 'corrects.eventId': eventId } : {};
}

/** The command whose fields the form has. */
export function sentBy(route: string, path: string): SentCommand {
  return { route, address: path, done: path };
}

/** A field in which one of some values is chosen rather than typed. What the API says of how to type it is left out. */
function chosenFrom(choices: NonNullable<CommandForm['choices']>, field: FormField): FormField {
  const known = choices[field.name];
  if (known === undefined) return field;
  return { kind: 'choice', name: field.name, label: field.label, required: true, choices: known };
}

/** Empty for a record without versions. */
function versionOf({ version }: ApiAnswer<unknown>): string {
  return version === undefined ? '' : `${version}`;
}

function versionIn(values: TypedValues): number | undefined {
  const version = typedText(values, '_version');
  return version === '' ? undefined : Number(version);
}
