import { ErrorType, isCommandError } from '@kurrent/kurrentdb-client';
import { EventStoreUnavailable } from '../event-store.js';

// What the server has decided: asked again it would say the same. Everything else (no connection, no leader yet, too late, cut
// off, or a fault that the server does not explain) says only that it could not be carried out now.
const DECIDED = new Set<ErrorType>([
  ErrorType.WRONG_EXPECTED_VERSION,
  ErrorType.STREAM_NOT_FOUND,
  ErrorType.STREAM_DELETED,
  ErrorType.STREAM_TOMBSTONED,
  ErrorType.ACCESS_DENIED,
  ErrorType.INVALID_ARGUMENT,
  ErrorType.MAXIMUM_APPEND_SIZE_EXCEEDED,
  ErrorType.APPEND_RECORD_SIZE_EXCEEDED,
  ErrorType.TRANSACTION_MAX_SIZE_EXCEEDED,
  ErrorType.MISSING_REQUIRED_METADATA_PROPERTY,
  ErrorType.UNSUPPORTED,
]);

/** Turns a fault of the client into what the port promises: whatever leaves the outcome open is EventStoreUnavailable. */
export function asStoreFault(fault: unknown): unknown {
  if (fault instanceof EventStoreUnavailable) return fault;
  if (fault instanceof Error && isCommandError(fault) && DECIDED.has(fault.type)) return fault;
  const reason = fault instanceof Error ? fault.message : String(fault);
  return new EventStoreUnavailable(`The event store does not answer: ${reason}`, { cause: fault });
}
