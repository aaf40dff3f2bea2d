// SQLSTATE classes and codes that say "not now" rather than "not so": connection lost, too many connections, shutting
// down, starting up.
const NOT_NOW = /^(?:08...|53...|57P0[1-5]|25006)$/;
const NETWORK = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
]);
// The driver has no codes for these.
const DRIVER_MESSAGES =
  /^(?:Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Cannot use a pool after calling end)/;

/** True when an error says that the database cannot be reached or will not take work now, so that trying again is right. */
export function isDatabaseUnavailable(fault: unknown): boolean {
  if (!(fault instanceof Error)) return false;
  if (fault instanceof AggregateError && fault.errors.some(isDatabaseUnavailable)) return true;
  const { code, driverError } = fault as Error & { code?: unknown; driverError?: unknown };
  if (typeof code === 'string' && (NOT_NOW.test(code) || NETWORK.has(code))) return true;
  if (DRIVER_MESSAGES.test(fault.message)) return true;
  // TypeORM wraps what the driver said.
  return driverError !== undefined && driverError !== fault && isDatabaseUnavailable(driverError);
}

// SQLSTATE of a table and of a schema that does not exist.
const NO_TABLE = /^(?:42P01|3F000)$/;

/** True when a query found its table gone, which only happens while a read model is made anew. */
export function isTableMissing(fault: unknown): boolean {
  const { code, driverError } = (fault ?? {}) as { code?: unknown; driverError?: unknown };
  if (typeof code === 'string' && NO_TABLE.test(code)) return true;
  return driverError !== undefined && driverError !== fault && isTableMissing(driverError);
}
