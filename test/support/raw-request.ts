import type { RunningProduct } from './product.js';

/** A request in every detail, so that any of them can be wrong. */
export interface RawRequest {
  /** An example user. */
  readonly as?: string;
  /** In place of the token of the example user. */
  readonly token?: string;
  /** Default: POST. */
  readonly method?: string;
  readonly path: string;
  readonly body?: unknown;
  /** The body as it goes out, in place of `body`. */
  readonly text?: string;
  /** Default: `application/json`. */
  readonly mediaType?: string;
  /** The version in If-Match; left out when undefined. */
  readonly version?: number | undefined;
  /** Default: a new key. Null to send none. */
  readonly key?: string | null;
}

/** An answer as it came. */
export interface RawReply {
  readonly status: number;
  readonly headers: Headers;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- Read loosely: what it has to hold is what a spec asserts.
  readonly body: Record<string, any>;
}

/** Sends a request as it is, without the help that the API client gives. */
export async function sendRaw(product: RunningProduct, request: RawRequest): Promise<RawReply> {
  const { as = 'herts-direct-payment-worker', method = 'POST', mediaType = 'application/json' } = request;
  const { path, version } = request;
  const token = request.token ?? (await product.issuer.tokenFor(as));
  const key = request.key === undefined ? crypto.randomUUID() : request.key;
  const response = await fetch(`${product.address}${path}`, {
    method,
    headers: {
      authorization: `Bearer ${token}`,
      ...(method === 'POST' && { 'content-type': mediaType }),
      ...(method === 'POST' && key !== null && { 'idempotency-key': key }),
      ...(version !== undefined && { 'if-match': `W/"${version}"` }),
    },
    ...(method === 'POST' && { body: request.text ?? JSON.stringify(request.body ?? {}) }),
  });
  const text = await response.text();
  const body = (text === '' ? {} : JSON.parse(text)) as RawReply['body'];
  return { status: response.status, headers: response.headers, body };
}
