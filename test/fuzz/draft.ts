import type { Operation } from '../../src/platform/http/openapi/operations.js';
import type { Schema } from './schemas.js';

/** A parameter as the description has it, with references followed. */
export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required?: boolean;
  readonly schema: Schema;
}

/** An operation as the fuzzer sees it. */
export interface FuzzedOperation {
  /** `POST /v1/transfer-cases`. */
  readonly name: string;
  readonly method: string;
  readonly path: string;
  readonly parameters: readonly Parameter[];
  /** Who may call it; nobody in particular when it is public. */
  readonly roles: readonly string[];
  readonly body?: { readonly mediaType: string; readonly schema: Schema };
  readonly responses: Operation['operation']['responses'];
}

/** A request before it is sent, in parts that a mutation can change. */
export interface Draft {
  readonly operation: FuzzedOperation;
  readonly method: string;
  /** By name, not encoded yet. */
  readonly path: Readonly<Record<string, string>>;
  readonly query: readonly (readonly [name: string, value: string])[];
  /** Lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** Sent as JSON, or as it is where the operation takes text. */
  readonly body?: unknown;
  /** The body as it goes out, in place of `body`. */
  readonly raw?: string;
}

/** The address that a draft is sent to, without the host. */
export function targetOf({ operation, path, query }: Draft): string {
  const resolved = operation.path.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(path[name] ?? ''),
  );
  const parameters = query.map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`);
  return parameters.length === 0 ? resolved : `${resolved}?${parameters.join('&')}`;
}

/** The body that goes out; none where there is nothing to send. */
export function bodyTextOf({ raw, body }: Draft): string | undefined {
  if (raw !== undefined) return raw;
  return typeof body === 'string' || body === undefined ? body : JSON.stringify(body);
}
