import type { OpenAPIObject } from '@nestjs/swagger';
import { Seeded } from '../chaos/seeded.js';
import type { TestIssuer } from '../support/test-issuer.js';
import { faultsOf } from './answer-checks.js';
import { DescribedAnswers } from './described-answers.js';
import type { Draft, FuzzedOperation } from './draft.js';
import { Drafter } from './drafter.js';
import { requestShown, send, type Answer } from './exchange.js';
import { FuzzReport } from './fuzz-report.js';
import { OF_TWO_BODIES } from './header-mutations.js';
import type { Mutated } from './mutation.js';
import { mutations } from './mutations.js';
import { fuzzedOperations } from './operations.js';
import type { References } from './references.js';
import { Schemas } from './schemas.js';
import { SignIns } from './sign-ins.js';
import { StoredEvents } from './stored-events.js';

function detailOf({ text }: Answer): string {
  return /"detail":"((?:[^"\\]|\\.)*)"/.exec(text)?.[1] ?? '';
}

/** What the fuzzer is let loose on. */
export interface FuzzTarget {
  readonly address: string;
  readonly databaseUrl: string;
  readonly issuer: TestIssuer;
  /** What exists already, of Hertfordshire. */
  readonly references: References;
}

export interface FuzzRun {
  readonly requests: number;
  readonly seed: number;
  /** Only the operations whose name it fits, such as `POST /v1/recharges`. */
  readonly only?: RegExp;
}

const VALID = 'as described';
/** Two of three requests have something changed. */
const CHANGED_OF_THREE = 2;
const MOST_TRIES = 20;
/** Far enough apart that the random numbers of two requests have nothing in common. */
const SEED_STEP = 7919;

/**
 * Sends requests that are made from the target's own API description, most of them with one thing wrong, one after the other,
 * and judges every answer. The same seed on the same target sends the same requests.
 */
export async function fuzz(target: FuzzTarget, run: FuzzRun): Promise<FuzzReport> {
  const document = (await (await fetch(`${target.address}/openapi.json`)).json()) as OpenAPIObject;
  const stored = await StoredEvents.connect(target.databaseUrl);
  try {
    return await new Fuzzer(target, document, stored, run.only).run(run);
  } finally {
    await stored.close();
  }
}

class Fuzzer {
  private readonly operations: readonly FuzzedOperation[];
  private readonly drafter: Drafter;
  private readonly described: DescribedAnswers;
  private readonly signIns: SignIns;

  constructor(
    private readonly target: FuzzTarget,
    document: OpenAPIObject,
    private readonly stored: StoredEvents,
    only = /./,
  ) {
    const schemas = new Schemas(document);
    this.operations = fuzzedOperations(document).filter(({ name }) => only.test(name));
    if (this.operations.length === 0) throw new Error(`No operation fits ${only.source}`);
    this.drafter = new Drafter(schemas, target.references);
    this.described = new DescribedAnswers(schemas);
    this.signIns = new SignIns(target.issuer);
  }

  async run({ requests, seed }: FuzzRun): Promise<FuzzReport> {
    const report = new FuzzReport(
      seed,
      this.operations.map(({ name }) => name),
    );
    for (let index = 0; index < requests; index += 1) {
      await this.request(index, new Seeded(seed + index * SEED_STEP), report);
    }
    return report;
  }

  /** Sends one request and judges its answer. */
  private async request(index: number, random: Seeded, report: FuzzReport): Promise<void> {
    const operation = this.operations[index % this.operations.length]!;
    const key = `fuzz-${report.seed}-${index}`;
    const draft = this.drafter.draft(operation, random, key);
    const { name, draft: changed, signIn = 'allowed', refused } = this.changed(draft, random);
    // Given unless the request is about another one, so that the store can be asked what it led to.
    const correlated = {
      ...changed,
      headers: { 'x-correlation-id': crypto.randomUUID(), ...changed.headers },
    };
    const token = await this.signIns.tokenFor(operation, signIn, random);
    const at = { index, operation: operation.name, mutation: name, request: requestShown(correlated) };
    let answer: Answer;
    try {
      answer = await send(this.target.address, correlated, token);
    } catch (fault) {
      report.fault(at, `no answer came: ${String((fault as Error).cause ?? fault)}`);
      return;
    }
    const isWrite = draft.method !== 'GET';
    const faults = faultsOf(
      {
        draft: changed,
        answer,
        follows: name === VALID,
        secret: signIn === 'another-organisation' ? this.target.references.all(...OF_TWO_BODIES) : [],
        stored: isWrite ? await this.stored.since(answer.headers.get('x-correlation-id') ?? '') : 0,
        ...(refused !== undefined && { refused }),
      },
      this.described,
    );
    report.answered(operation.name, answer.status, name === VALID ? detailOf(answer) : undefined);
    for (const fault of faults) report.fault({ ...at, answer: answer.text }, fault);
    this.learn(changed, answer);
  }

  private changed(draft: Draft, random: Seeded): Mutated & { readonly name: string } {
    if (random.below(3) >= CHANGED_OF_THREE) return { name: VALID, draft };
    const places = this.drafter.placesOf(draft);
    for (let tries = 0; tries < MOST_TRIES; tries += 1) {
      const mutation = mutations[random.below(mutations.length)]!;
      const mutated = mutation.apply(draft, random, places);
      if (mutated !== undefined) return { name: mutation.name, ...mutated };
    }
    return { name: VALID, draft };
  }

  /** What was made, and which version it is at now: later requests go deeper with that. */
  private learn({ path }: Draft, { status, headers, text }: Answer): void {
    const { references } = this.target;
    references.learnLocation(headers.get('location') ?? '');
    const [reference] = Object.values(path);
    if (reference === undefined) return;
    const version = /^W\/"(\d+)"$/.exec(headers.get('etag') ?? '')?.[1];
    if (version !== undefined && (status < 400 || status === 412)) {
      references.learnVersion(reference, Number(version));
    } else if (status === 412) {
      const { currentVersion } = JSON.parse(text) as { readonly currentVersion?: number };
      if (currentVersion !== undefined) references.learnVersion(reference, currentVersion);
    }
  }
}
