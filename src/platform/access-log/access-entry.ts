import { createHash } from 'node:crypto';
import { canonicalBytes } from '../event-store/canonical-json.js';

/** What somebody did with the details of people. It names nobody and holds no value: codes and opaque ids only. */
export interface AccessEntry {
  /** Code of the deed: `read`, `searched`. */
  readonly action: string;
  /** The ids of the people who were shown or changed; empty when a search found nobody. */
  readonly people: readonly string[];
  /** Kinds of field that were shown or changed. */
  readonly fieldClasses: readonly string[];
  /** Code of what it was for. */
  readonly purpose: string;
}

/** An entry as it stands in the chain of its organisation, which is that of the reader or that of the people. */
export interface RecordedAccess extends AccessEntry {
  readonly organisation: string;
  /** The place in the chain of the organisation, from 1 without a gap. */
  readonly ordinal: number;
  /** An instant in UTC with milliseconds. */
  readonly at: string;
  /** The identity provider's subject. */
  readonly reader: string;
  readonly role: string;
  readonly correlationId: string;
}

/** What stands before the first entry of a chain. */
export const NO_ENTRY: Uint8Array = new Uint8Array(32);

/** SHA-256 over the hash of the entry before and the canonical bytes (RFC 8785) of this one. */
export function accessHash(previous: Uint8Array, entry: RecordedAccess): Buffer {
  const { organisation, ordinal, at, reader, role, action, people, fieldClasses, purpose, correlationId } =
    entry;
  const bytes = canonicalBytes({
    organisation,
    ordinal,
    at,
    reader,
    role,
    action,
    people,
    fieldClasses,
    purpose,
    correlationId,
  });
  return createHash('sha256').update(previous).update(bytes).digest();
}
