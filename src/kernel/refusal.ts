/** What kind of no it is, which decides the status of the answer. */
export type RefusalKind =
  /** The business says no at this stage or to this person. */
  | 'conflict'
  /** The values do not fit together or do not exist. */
  | 'invalid'
  /** This actor may not do this. */
  | 'forbidden'
  /** There is nothing of that name here, or nothing that the actor may see. */
  | 'not-found';

/** A field that a refusal is about. */
export interface RefusedField {
  /** JSON pointer into the command: `/decidedOn`. */
  readonly pointer: string;
  readonly code: string;
  readonly detail: string;
}

/** A no, in words, by type. Each reason is a class of its own with the facts of the case in fields. */
export abstract class Refusal extends Error {
  /** Stable code in kebab-case for programs: `case-not-ready`. */
  abstract readonly code: string;
  abstract readonly kind: RefusalKind;
  /** The fields that the refusal names; empty when it is about the case as a whole. */
  readonly fields: readonly RefusedField[] = [];
  /** Further facts for the reader: the stage, what may happen next, the existing case. Plain JSON. */
  readonly facts: Readonly<Record<string, unknown>> = {};
}

/**
 * One person may not do both halves of what takes two, nor more than their own right reaches. Whoever tries is told, and the
 * log has it.
 */
export abstract class DutiesApart extends Refusal {}

/** A value of the command that cannot be accepted; names the field and says why. */
export class FieldRefused extends Refusal {
  override readonly name = 'FieldRefused';
  readonly kind = 'invalid';
  override readonly fields: readonly RefusedField[];

  constructor(
    readonly pointer: string,
    readonly code: string,
    detail: string,
  ) {
    super(detail);
    this.fields = [{ pointer, code, detail }];
  }
}

/** What was asked is for the other body to do. */
export class NotYourSide extends Refusal {
  override readonly name = 'NotYourSide';
  readonly code = 'not-your-side';
  readonly kind = 'forbidden';

  /** @param detail whose it is, and why it is not the actor's */
  constructor(
    detail: string,
    override readonly facts: Readonly<Record<string, string>>,
  ) {
    super(detail);
  }
}
