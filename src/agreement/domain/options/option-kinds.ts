import { Fraction } from '../../../kernel/fraction.js';
import { InvalidValue } from '../../../kernel/invalid-value.js';
import { exactNumber, oneOf, text, wholeNumber, type Shape } from '../../../kernel/shape.js';

/** The least and the most of a number, both included. Generous: they stop slips, not practice. */
export interface Limits {
  readonly least: number;
  readonly most: number;
}

interface Explained {
  /** What the option decides, in a sentence. */
  readonly explanation: string;
}

/** One of some words. */
export interface Choice<Value extends string = string> extends Explained {
  readonly kind: 'choice';
  /** The first is the default. */
  readonly choices: readonly Value[];
}

/** A whole number: days, weeks, years or pence, as the name says. */
export interface Count extends Explained {
  readonly kind: 'count';
  readonly default: number;
  readonly limits: Limits;
}

/** An exact number, kept as text. */
export interface Exact extends Explained {
  readonly kind: 'exact';
  readonly default: string;
  readonly limits: Limits;
}

/** Some of a list, as text with commas, in the order of the list. All are chosen unless an agreement says otherwise. */
export interface Selection<Member extends string = string> extends Explained {
  readonly kind: 'selection';
  readonly members: readonly Member[];
  /** The members that no agreement can leave out. */
  readonly always: readonly Member[];
}

/** Words that the two bodies write themselves; none unless they do. */
export interface Words extends Explained {
  readonly kind: 'words';
  readonly longest: number;
  readonly example: string;
}

export type Option = Choice | Count | Exact | Selection | Words;

/** What an option of a kind is worth. */
export type ValueOf<Kind extends Option> =
  Kind extends Choice<infer Value> ? Value : Kind extends Count ? number : string;

export function choice<const Value extends string>(
  explanation: string,
  choices: readonly [Value, ...Value[]],
): Choice<Value> {
  return { kind: 'choice', explanation, choices };
}

/** @param unlessChosen the default */
export function count(explanation: string, unlessChosen: number, least: number, most: number): Count {
  return { kind: 'count', explanation, default: unlessChosen, limits: { least, most } };
}

/** @param unlessChosen the default */
export function exact(explanation: string, unlessChosen: string, least: number, most: number): Exact {
  return { kind: 'exact', explanation, default: unlessChosen, limits: { least, most } };
}

export function selection<const Member extends string>(
  explanation: string,
  members: readonly Member[],
  always: readonly NoInfer<Member>[] = [],
): Selection<Member> {
  return { kind: 'selection', explanation, members, always };
}

export function words(explanation: string, longest: number, example: string): Words {
  return { kind: 'words', explanation, longest, example };
}

/** What an agreement takes that does not name the option. */
export function defaultOf(option: Option): string | number {
  switch (option.kind) {
    case 'choice':
      return option.choices[0] ?? '';
    case 'count':
    case 'exact':
      return option.default;
    case 'selection':
      return option.members.join(',');
    case 'words':
      return '';
  }
}

/** Reads a value of the option as it is stored, limits aside: they may have been wider when it was chosen. */
export function shapeOf(option: Option): Shape<string | number> {
  switch (option.kind) {
    case 'choice':
      return oneOf(option.choices);
    case 'count':
      return wholeNumber;
    case 'exact':
      return exactNumber;
    case 'words':
      return text;
    case 'selection':
      return (value, pointer) => {
        const fault = faultOf(option, value);
        if (fault !== undefined) throw new InvalidValue(`${pointer} ${fault}`);
        return value as string;
      };
  }
}

/** Why a value cannot be chosen, to follow the name of the option: `must be from 1 to 52`. Nothing where it can. */
export function faultOf(option: Option, value: unknown): string | undefined {
  switch (option.kind) {
    case 'choice':
      return option.choices.some((each) => each === value)
        ? undefined
        : `must be one of ${option.choices.join(', ')}`;
    case 'count':
    case 'exact':
      return isWithin(option, value)
        ? undefined
        : `must be from ${option.limits.least} to ${option.limits.most}`;
    case 'selection':
      return isSelected(option, value)
        ? undefined
        : `must name some of ${option.members.join(',')} in that order, with commas between them` +
            (option.always.length === 0 ? '' : `, and always ${option.always.join(',')}`);
    case 'words':
      return isOneLine(value, option.longest)
        ? undefined
        : `must be one line of at most ${option.longest} characters`;
  }
}

/** The members that a selection names. */
export function membersIn(selected: string): readonly string[] {
  return selected === '' ? [] : selected.split(',');
}

function isWithin({ kind, limits }: Count | Exact, value: unknown): boolean {
  if (kind === 'count' && !Number.isSafeInteger(value)) return false;
  try {
    const number = Fraction.parse(String(value));
    return number.compare(Fraction.of(limits.least)) >= 0 && number.compare(Fraction.of(limits.most)) <= 0;
  } catch (fault) {
    if (fault instanceof InvalidValue) return false;
    throw fault;
  }
}

function isSelected({ members, always }: Selection, value: unknown): boolean {
  if (typeof value !== 'string') return false;
  const named = membersIn(value);
  const inOrder = members.filter((member) => named.includes(member));
  return inOrder.join(',') === value && always.every((member) => named.includes(member));
}

function isOneLine(value: unknown, longest: number): boolean {
  return (
    typeof value === 'string' && value.length <= longest && !/\p{Cc}/u.test(value) && value.trim() === value
  );
}
