import { platformProblems, type PlatformProblemCode } from './problem-codes.js';

/** One thing that is wrong, in the body (`pointer`) or in the address (`parameter`). */
export interface ProblemItem {
  /** JSON pointer into the body: `/amount/currency`. */
  readonly pointer?: string;
  /** The name of a query or path parameter. */
  readonly parameter?: string;
  readonly code: string;
  readonly detail: string;
}

/** What an answer of `application/problem+json` says, before it is tied to a request. */
export interface ProblemContent {
  readonly code: string;
  readonly status: number;
  readonly title: string;
  readonly detail: string;
  readonly errors?: readonly ProblemItem[];
  /** Extension members: plain JSON. */
  readonly facts?: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A problem of the platform, thrown where it is found and answered by the problem filter. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly content: ProblemContent;

  /** @param detail what is wrong this time and what to do, in a sentence without personal data. */
  constructor(
    code: PlatformProblemCode,
    detail: string,
    more: Pick<ProblemContent, 'errors' | 'facts' | 'headers'> & ErrorOptions = {},
  ) {
    const { cause, ...rest } = more;
    super(detail, cause === undefined ? {} : { cause });
    const { status, title } = platformProblems[code];
    this.content = { code, status, title, detail, ...rest };
  }
}

/** The member `type` of a problem: the address of the page that explains the code. */
export function problemType(code: string): string {
  return `/problems/${code}`;
}
