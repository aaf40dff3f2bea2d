import type { FastifyRequest } from 'fastify';

/** One thing that a form asks for. Its name is the path of the value in the command's body: `amount`, `parts.0.weekly`. */
export type FormField = TextField | DayField | MoneyField | ChoiceField | YesNoField | GroupField | ListField;

interface Asked {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly required: boolean;
}

/** A line of text; numbers of the API are typed as text, too. */
export interface TextField extends Asked {
  readonly kind: 'text' | 'number';
}

/** A civil day in three parts: `<name>-day`, `<name>-month`, `<name>-year`. */
export interface DayField extends Asked {
  readonly kind: 'day';
}

/** Pounds and pence. */
export interface MoneyField extends Asked {
  readonly kind: 'money';
}

export interface ChoiceField extends Asked {
  readonly kind: 'choice';
  readonly choices: readonly { readonly value: string; readonly text: string }[];
}

export interface YesNoField extends Asked {
  readonly kind: 'yes-no';
}

/** Fields that belong together. One that is not required is left out when nothing of it is filled in. */
export interface GroupField extends Asked {
  readonly kind: 'group';
  readonly fields: readonly FormField[];
}

/** As many of something as there are. `item` makes the fields of the one at an index. */
export interface ListField extends Asked {
  readonly kind: 'list';
  readonly item: (index: number) => FormField;
}

/** What a form was sent with. */
export type TypedValues = Readonly<Record<string, string | readonly string[] | undefined>>;

/** The fields of the form that a page sent. */
export function typedValues({ body }: Pick<FastifyRequest, 'body'>): TypedValues {
  return { ...(body as TypedValues | null | undefined) };
}

/** The text that was typed under a name, without spaces around it; empty when there is none. */
export function typedText(values: TypedValues, name: string): string {
  const value = values[name];
  return (typeof value === 'string' ? value : (value?.[0] ?? '')).trim();
}
