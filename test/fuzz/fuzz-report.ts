/** Which request an observation is about. */
export interface FuzzedRequest {
  /** Of how manieth request, from 0. */
  readonly index: number;
  readonly operation: string;
  readonly mutation: string;
  /** As it went out. */
  readonly request: string;
  readonly answer?: string;
}

/** The same fault of the same operation, with the first request that showed it. */
export interface FuzzFault {
  readonly fault: string;
  readonly first: FuzzedRequest;
  readonly times: number;
}

const LONGEST_ANSWER = 600;

/** What a run of the fuzzer saw. */
export class FuzzReport {
  private readonly statuses = new Map<number, number>();
  private readonly accepted = new Set<string>();
  private readonly lastRefusal = new Map<string, string>();
  private readonly found = new Map<string, FuzzFault>();
  requests = 0;

  constructor(
    readonly seed: number,
    readonly operations: readonly string[],
  ) {}

  /** @param told what the answer says of itself, of a request that was as described */
  answered(operation: string, status: number, told: string | undefined): void {
    this.requests += 1;
    this.statuses.set(status, (this.statuses.get(status) ?? 0) + 1);
    if (status < 400) this.accepted.add(operation);
    else if (told !== undefined) this.lastRefusal.set(operation, `${status} ${told}`);
  }

  fault(first: FuzzedRequest, fault: string): void {
    const same = `${first.operation} ${fault}`;
    const known = this.found.get(same);
    this.found.set(same, { fault, first: known?.first ?? first, times: (known?.times ?? 0) + 1 });
  }

  get faults(): readonly FuzzFault[] {
    return [...this.found.values()];
  }

  /** How many requests were answered with each status. */
  get perStatus(): Readonly<Record<string, number>> {
    return Object.fromEntries([...this.statuses].sort(([a], [b]) => a - b));
  }

  /** Operations that accepted nothing, so that little of what is behind them was reached. */
  get neverAccepted(): readonly string[] {
    return this.operations.filter((operation) => !this.accepted.has(operation));
  }

  lines(): readonly string[] {
    const statuses = Object.entries(this.perStatus).map(([status, count]) => `${status}: ${count}`);
    return [
      ...this.faults.map((each) => this.faultLines(each)),
      `Seed ${this.seed}, ${this.requests} requests to ${this.operations.length} operations, ` +
        `of which ${this.operations.length - this.neverAccepted.length} accepted at least one`,
      statuses.join(', '),
      ...this.neverAccepted.map(
        (each) => `${each} accepted nothing, at last: ${this.lastRefusal.get(each) ?? ''}`,
      ),
    ];
  }

  private faultLines({
    fault,
    first: { index, operation, mutation, request, answer = '' },
    times,
  }: FuzzFault): string {
    return [
      `${operation}, ${mutation}: ${fault}${times > 1 ? ` (${times} times)` : ''}`,
      `  ${request}`,
      `  answered ${answer.slice(0, LONGEST_ANSWER)}`,
      `  play it again: npm run fuzz -- --requests ${index + 1} --seed ${this.seed}`,
    ].join('\n');
  }
}
