import { setTimeout as pause } from 'node:timers/promises';

/** An answer of the API that was not a success: the problem document as it came. */
export class ApiRefusal extends Error {
  override readonly name = 'ApiRefusal';

  constructor(
    readonly request: string,
    readonly status: number,
    readonly problem: unknown,
  ) {
    super(`${request} was answered ${status}: ${JSON.stringify(problem)}`);
  }
}

/** A success of the API. */
export interface ApiAnswer<Body = Record<string, unknown>> {
  readonly status: number;
  readonly body: Body;
  /** The revision in the ETag, for the next command's If-Match. */
  readonly version: number | undefined;
  /** Where the command's events stand, for a read that must show them. */
  readonly position: string | undefined;
}

export interface Command {
  /** Who sends it: a sign-in of the local issuer. */
  readonly as: string;
  readonly path: string;
  readonly body?: unknown;
  /** The version that the sender saw; absent when the command makes something new. */
  readonly version?: number | undefined;
  /** The same key sent again is the same command, so a journey that broke off can be played again from its start. */
  readonly key: string;
}

/** A file that is sent to be imported. */
export interface Upload {
  readonly as: string;
  readonly path: string;
  readonly csv: string;
  readonly key: string;
}

const MAX_WAITS = 20;

/** A user of the public API, over HTTP like any other. */
export class ApiClient {
  private position: string | undefined;

  constructor(
    private readonly address: string,
    private readonly tokenOf: (user: string) => Promise<string>,
  ) {}

  /** Sends a command. @throws ApiRefusal for every answer but a success. */
  async command<Body = Record<string, unknown>>({
    as,
    path,
    body,
    version,
    key,
  }: Command): Promise<ApiAnswer<Body>> {
    const answer = await this.request<Body>(as, 'POST', path, {
      headers: {
        'content-type': 'application/json',
        'idempotency-key': key,
        ...(version === undefined ? {} : { 'if-match': `W/"${version}"` }),
      },
      body: JSON.stringify(body ?? {}),
    });
    this.position = answer.position ?? this.position;
    return answer;
  }

  /** Sends a CSV file. @throws ApiRefusal for every answer but a success. */
  async upload<Body extends { readonly position?: string }>({
    as,
    path,
    csv,
    key,
  }: Upload): Promise<ApiAnswer<Body>> {
    const answer = await this.request<Body>(as, 'POST', path, {
      headers: { 'content-type': 'text/csv', 'idempotency-key': key },
      body: csv,
    });
    this.position = answer.body.position ?? this.position;
    return answer;
  }

  /** Reads what the commands sent so far have led to. @throws ApiRefusal for every answer but a success. */
  async get<Body = Record<string, unknown>>(as: string, path: string): Promise<ApiAnswer<Body>> {
    const query =
      this.position === undefined ? '' : `${path.includes('?') ? '&' : '?'}minPosition=${this.position}`;
    return this.request<Body>(as, 'GET', `${path}${query}`, {});
  }

  private async request<Body>(
    as: string,
    method: string,
    path: string,
    init: { readonly headers?: Readonly<Record<string, string>>; readonly body?: string },
  ): Promise<ApiAnswer<Body>> {
    const token = await this.tokenOf(as);
    for (let attempt = 1; ; attempt += 1) {
      const response = await fetch(`${this.address}${path}`, {
        ...init,
        method,
        headers: { ...init.headers, authorization: `Bearer ${token}` },
      });
      const text = await response.text();
      const body = (text === '' ? {} : JSON.parse(text)) as Body;
      if (response.ok) {
        const revision = /"(\d+)"/.exec(response.headers.get('etag') ?? '')?.[1];
        return {
          status: response.status,
          body,
          version: revision === undefined ? undefined : Number(revision),
          position: response.headers.get('handover-position') ?? undefined,
        };
      }
      // A read model that has not caught up says so; the same request is sent again after the pause it asks for.
      if (response.status !== 503 || attempt === MAX_WAITS)
        throw new ApiRefusal(`${method} ${path}`, response.status, body);
      await pause(Number(response.headers.get('retry-after') ?? '1') * 1000);
    }
  }
}
