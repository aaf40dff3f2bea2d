import type { Role } from './roles.js';

/**
 * What kind of thing a field of an answer tells. Fields of no class are for everybody who may see the case: its reference, its
 * dates and codes, and its money.
 */
export type FieldClass = 'identity';

/** The fields that belong to a class, by their names, wherever they stand in an answer. */
const CLASS_OF: Readonly<Partial<Record<string, FieldClass>>> = {
  // By which the council knows the person. Whoever has it can find out who it is.
  personReference: 'identity',
};

const FINANCE: readonly FieldClass[] = [];
const CASE_WORK: readonly FieldClass[] = ['identity'];

/**
 * What each role needs to know. Finance works by the reference of the case (Caldicott principles 2 and 4: the least that is
 * needed, by those who need it); those who work a case, audit it or look after people's details know whom it is about.
 */
export const FIELDS_OF_ROLE: Readonly<Record<Role, readonly FieldClass[]>> = {
  'direct-payment-worker': CASE_WORK,
  'council-finance': FINANCE,
  'council-approver': FINANCE,
  'phb-worker': CASE_WORK,
  'nhs-finance': FINANCE,
  'nhs-approver': FINANCE,
  auditor: CASE_WORK,
  administrator: CASE_WORK,
};

/** The names of the fields that a role does not see. */
export function fieldsHiddenFrom(role: Role): readonly string[] {
  return Object.entries(CLASS_OF).flatMap(([name, of]) =>
    of !== undefined && !FIELDS_OF_ROLE[role].includes(of) ? [name] : [],
  );
}

/** The answer as a role may see it: without the fields that are not for it, at any depth. */
export function asSeenBy(role: Role, answer: unknown): unknown {
  const hidden = new Set(fieldsHiddenFrom(role));
  return hidden.size === 0 ? answer : without(hidden, answer);
}

function without(hidden: ReadonlySet<string>, value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((each) => without(hidden, each));
  // What writes itself is no record of fields: a date, bytes, a stream.
  if ('toJSON' in value || 'pipe' in value || ArrayBuffer.isView(value)) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, each]) =>
      hidden.has(name) ? [] : [[name, without(hidden, each)]],
    ),
  );
}
