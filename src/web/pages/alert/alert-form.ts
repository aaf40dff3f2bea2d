import { Injectable } from '@nestjs/common';
import { numbersOfPeopleIn } from '../../../kernel/numbers-of-people.js';
import { Problem, type ProblemItem } from '../../../platform/http/problems/problem.js';
import { StrictValidationPipe } from '../../../platform/http/validation/strict-validation.pipe.js';
import { AlertDto } from '../../../transfer-case/index.js';
import { bodyOfForm, countOf } from '../../forms/body-of-form.js';
import { CommandForms } from '../../forms/command-forms.js';
import { typedText, type FormField, type ListField, type TypedValues } from '../../forms/form-field.js';
import { unstorableTyped } from '../../forms/unstorable-typed.js';

export const ALERT_ROUTE = '/v1/transfer-cases';
export const PAS = 'assistants';

/** The form of an alert, which is asked for one thing at a time. */
@Injectable()
export class AlertForm {
  private readonly pipe = new StrictValidationPipe();

  constructor(private readonly forms: CommandForms) {}

  get fields(): readonly FormField[] {
    return this.forms.fieldsOf(ALERT_ROUTE);
  }

  /** @throws Problem `not-found` when an alert has no such field. */
  field(name: string): FormField {
    const found = this.fields.find((field) => field.name === name);
    if (found === undefined) throw new Problem('not-found', 'An alert has no such part.');
    return found;
  }

  /** One of the PAs. */
  pa(index: number): FormField {
    return (this.field(PAS) as ListField).item(index);
  }

  body(typed: TypedValues): Readonly<Record<string, unknown>> {
    return bodyOfForm(this.fields, typed);
  }

  countOfPas(typed: TypedValues): number {
    return countOf(PAS, typed);
  }

  /** What the API would refuse of some of the fields by their text or shape alone, before the alert is sent. */
  async faultsIn(typed: TypedValues, name: string): Promise<readonly ProblemItem[]> {
    const start = `/${name.replaceAll('.', '/')}`;
    const items = await this.refused(typed);
    return [
      ...unstorableTyped(typedWithin(typed, name)),
      ...items.filter(({ pointer = '' }) => pointer === start || pointer.startsWith(`${start}/`)),
      ...namingFaults(typed, name),
    ];
  }

  private async refused(typed: TypedValues): Promise<readonly ProblemItem[]> {
    try {
      await this.pipe.transform(this.body(typed), { type: 'body', metatype: AlertDto });
      return [];
    } catch (fault) {
      if (fault instanceof Problem) return fault.content.errors ?? [];
      throw fault;
    }
  }
}

const belongs = (key: string, field: string): boolean =>
  key === field || key.startsWith(`${field}.`) || key.startsWith(`${field}-`);

/** What was typed of a field, its parts and all that is in it. */
export function typedWithin(typed: TypedValues, field: FormField['name']): TypedValues {
  return Object.fromEntries(Object.entries(typed).filter(([key]) => belongs(key, field)));
}

/** What was typed of everything else. */
export function typedWithout(typed: TypedValues, field: FormField['name']): TypedValues {
  return Object.fromEntries(Object.entries(typed).filter(([key]) => !belongs(key, field)));
}

/** A draft is kept as it was typed, so nothing is taken into it that names a person. */
function namingFaults(typed: TypedValues, name: string): readonly ProblemItem[] {
  return Object.keys(typed)
    .filter((key) => key === name || key.startsWith(`${name}.`))
    .filter((key) => numbersOfPeopleIn(typedText(typed, key)).length > 0)
    .map((key) => ({
      pointer: `/${key.replaceAll('.', '/')}`,
      code: 'number-of-a-person',
      detail: `${key} holds an NHS number or a National Insurance number; a reference names nobody`,
    }));
}
