import { setTimeout as pause } from 'node:timers/promises';
import { fingerprintOf, commandRouteOf } from '../../src/platform/http/idempotency/command-identity.js';
import { derivedId } from '../../src/platform/event-store/derived-id.js';
import type { CommandLog, SentCommand } from './sent-command.js';
import type { Seeded } from './seeded.js';

const ANSWER_MS = 10_000;
/** Longer than a server that was killed keeps a key to itself. */
const PATIENCE_MS = 60_000;
const PAYMENTS = 8;
const COUNCIL = 'E10000015';
const USER = 'herts-council-finance';
const ALERTER = 'herts-direct-payment-worker';

export interface ClientOptions {
  readonly name: string;
  readonly address: string;
  readonly random: Seeded;
  readonly log: CommandLog;
  readonly tokenOf: (user: string) => Promise<string>;
}

/** What came of one try. */
type Tried =
  | {
      readonly status: number;
      readonly revision: number;
      readonly position: string;
      readonly caseRef: string;
    }
  | 'no-answer'
  | { readonly refused: string };

/** Somebody at work: raises alerts and records payments, one after the other, until told to stop. */
export class ChaosClient {
  private stopped = false;
  private cases = 0;

  constructor(private readonly options: ClientOptions) {}

  /** Works until `stop`, then finishes the command that is under way. */
  async work(): Promise<void> {
    while (!this.stopped) await this.oneCase();
  }

  stop(): void {
    this.stopped = true;
  }

  private async oneCase(): Promise<void> {
    this.cases += 1;
    const person = `${this.options.name}-${this.cases}`;
    const alert = await this.send(ALERTER, '/v1/transfer-cases', undefined, {
      personReference: person,
      nhsBody: 'QM7',
      alertedOn: '2024-03-11',
      wishesToKeepAssistants: true,
      assistants: [
        {
          assistantRef: 'PA-1',
          status: 'employed',
          startedOn: '2019-09-02',
          weeklyHours: '30',
          hourlyRate: { amount: '12.40', currency: 'GBP' },
        },
      ],
    });
    let { caseRef, revision } = alert;
    for (let payment = 1; payment <= PAYMENTS && caseRef !== undefined && !this.stopped; payment += 1) {
      const path = `/v1/transfer-cases/${caseRef}/payments`;
      ({ caseRef, revision } = await this.send(USER, path, revision, {
        paymentReference: `${person}-${payment}`,
        paidOn: '2024-03-28',
        from: '2024-03-01',
        lastDay: '2024-03-28',
        amount: { amount: `${100 + payment}.07`, currency: 'GBP' },
      }));
    }
  }

  /** Sends a command until it has an answer; now and then it gives up after no answer, as people do. */
  private async send(
    user: string,
    path: string,
    version: number | undefined,
    body: object,
  ): Promise<SentCommand> {
    const key = `${this.options.name}-${this.options.log.sent.length}-${this.options.random.below(1_000_000)}`;
    const command: SentCommand = {
      commandId: commandIdOf(user, key, path, body),
      description: `POST ${path} ${key}`,
      outcome: 'unknown',
      tries: 0,
      wasUnknown: false,
    };
    this.options.log.sent.push(command);
    const headers = {
      'content-type': 'application/json',
      'idempotency-key': key,
      ...(version === undefined ? {} : { 'if-match': `W/"${version}"` }),
    };
    for (const until = Date.now() + PATIENCE_MS; Date.now() < until;) {
      command.tries += 1;
      const tried = await this.attempt(user, path, headers, body);
      if (tried === 'no-answer') {
        command.wasUnknown = true;
        await pause(100 + this.options.random.below(300));
        if (this.options.random.below(4) === 0) return command;
        continue;
      }
      if ('refused' in tried) {
        command.outcome = 'refused';
        this.options.log.faults.push(`${command.description} was answered ${tried.refused}`);
        return command;
      }
      return Object.assign(command, { ...tried, outcome: 'acknowledged' });
    }
    this.options.log.faults.push(`${command.description} had no answer in ${PATIENCE_MS / 1000} seconds`);
    return command;
  }

  private async attempt(
    user: string,
    path: string,
    headers: Record<string, string>,
    body: object,
  ): Promise<Tried> {
    try {
      const response = await fetch(`${this.options.address}${path}`, {
        method: 'POST',
        headers: { ...headers, authorization: `Bearer ${await this.options.tokenOf(user)}` },
        body: JSON.stringify(body),
        signal: AbortSignal.timeout(ANSWER_MS),
      });
      const text = await response.text();
      if (response.status === 503) this.toldToComeBack(response);
      // "Not available" says that the outcome is not known, or that the same command is still running.
      if (response.status === 503 || (response.status === 409 && text.includes('command-running')))
        return 'no-answer';
      if (!response.ok) return { refused: `${response.status}: ${text}` };
      const { caseRef } = JSON.parse(text) as { caseRef: string };
      return {
        status: response.status,
        caseRef,
        revision: Number(/"(\d+)"/.exec(response.headers.get('etag') ?? '')?.[1]),
        position: response.headers.get('handover-position') ?? '',
      };
    } catch {
      return 'no-answer';
    }
  }

  private toldToComeBack({ headers }: Response): void {
    if (/^[1-9]\d*$/.test(headers.get('retry-after') ?? '')) this.options.log.unavailable += 1;
    else this.options.log.faults.push('an answer of 503 does not say when to come back');
  }
}

function commandIdOf(user: string, key: string, path: string, body: object): string {
  const request = { method: 'POST', url: path, body };
  return derivedId('command', COUNCIL, user, key, commandRouteOf(request), fingerprintOf(request));
}
