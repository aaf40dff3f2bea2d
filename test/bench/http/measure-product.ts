import { randomUUID } from 'node:crypto';
import { BARE_INSERT_PATH } from './bare-insert.controller.js';
import { untilCaughtUp } from './caught-up.js';
import { LoadClient, type Answered } from './load-client.js';
import { closedLoop, openLoop, type RouteResult, type Send } from './load.js';
import { startMeasuredServer, type MeasuredServer } from './measured-server.js';

const CASES = '/v1/transfer-cases';
const WORKER = 'herts-direct-payment-worker';
const FINANCE = 'herts-council-finance';

export interface HttpPatience {
  /** Seconds of each measurement. */
  readonly seconds: number;
  readonly rounds: number;
  /** Cases that commands and reads are spread over. */
  readonly cases: number;
}

interface Case {
  readonly caseRef: string;
  version: number;
}

/** The product over HTTP: commands beside the bare INSERT of the same server, in turns, then a steady load, then reads. */
export async function measureProduct(
  databaseUrl: string,
  { seconds, rounds, cases: count }: HttpPatience,
  tell: (result: RouteResult) => void,
): Promise<void> {
  const server = await startMeasuredServer(databaseUrl);
  const client = new LoadClient();
  try {
    // The first one has the server fetch the issuer's keys, from this very process, which a crowd of others would keep busy.
    const cases: Case[] = [await untilAnswered(() => raiseAlert(client, server, 0))];
    for (let n = 1; n < count; n += 50) {
      cases.push(
        ...(await Promise.all(
          Array.from({ length: Math.min(50, count - n) }, (_, index) =>
            raiseAlert(client, server, n + index),
          ),
        )),
      );
    }
    const pay = await payments(client, server, cases);
    const bare = bareInserts(client, server);
    for (const clients of [1, 8, 32]) {
      const turns: RouteResult[][] = [[], []];
      for (let round = 0; round <= rounds; round += 1) {
        const both = [
          await closedLoop('one INSERT', bare, clients, seconds),
          await closedLoop('record a payment', pay, clients, seconds),
        ];
        if (round > 0) both.forEach((result, index) => turns[index]?.push(result));
      }
      for (const results of turns) tell(medianOf(results));
    }
    tell(await openLoop('record a payment', pay, 300, seconds * rounds));

    await server.follow();
    const read = await reads(client, server, cases);
    // Reads are measured when the read models have caught up, not while they work out what the writers left them.
    for (const number of cases.keys()) await untilAnswered(() => read(number, cases[number]?.version));
    await untilCaughtUp(server.address);
    tell(await openLoop('read a case', read, 100, seconds * rounds));
    // What the same server, client and machine need for an answer for which nothing is read.
    tell(await openLoop('/health/live', empty(client, server), 100, seconds * rounds));
  } finally {
    client.close();
    await server.stop();
  }
}

// References are counted: now and then ten digits of a random one are an NHS number, which no reference may hold.
async function raiseAlert(
  client: LoadClient,
  { address, tokenOf }: MeasuredServer,
  number: number,
): Promise<Case> {
  const answer = await post(client, address, CASES, await tokenOf(WORKER), undefined, {
    personReference: `B-${number}`,
    nhsBody: 'QM7',
    alertedOn: '2024-01-15',
    wishesToKeepAssistants: false,
    assistants: [],
  });
  const { caseRef } = JSON.parse(answer.text) as { caseRef: string };
  return { caseRef, version: versionIn(answer) };
}

/** Each command goes to the next case that nobody is writing to, as the case workers of two bodies would. */
async function payments(
  client: LoadClient,
  { address, tokenOf }: MeasuredServer,
  cases: readonly Case[],
): Promise<Send> {
  const free = [...cases];
  const token = await tokenOf(FINANCE);
  let paid = 0;
  return async () => {
    let next = free.shift();
    // More is due than there are cases: the wait counts as part of the answer's time.
    for (; next === undefined; next = free.shift()) await new Promise((resolve) => setTimeout(resolve, 1));
    try {
      const answer = await post(client, address, `${CASES}/${next.caseRef}/payments`, token, next.version, {
        paymentReference: `PAY-${(paid += 1)}`,
        paidOn: '2024-02-01',
        from: '2024-01-15',
        lastDay: '2024-02-11',
        amount: { amount: '612.50', currency: 'GBP' },
      });
      next.version = versionIn(answer);
    } finally {
      free.push(next);
    }
  };
}

function bareInserts(client: LoadClient, { address }: MeasuredServer): Send {
  return async () => {
    await post(client, address, BARE_INSERT_PATH, undefined, undefined, {});
  };
}

function empty(client: LoadClient, { address }: MeasuredServer): Send {
  return async () => {
    const { status } = await client.send(`${address}/health/live`);
    if (status !== 200) throw new Error(`/health/live was answered ${status}`);
  };
}

type Read = (client: number, minVersion?: number) => Promise<void>;

async function reads(
  client: LoadClient,
  { address, tokenOf }: MeasuredServer,
  cases: readonly Case[],
): Promise<Read> {
  const headers = { authorization: `Bearer ${await tokenOf(WORKER)}` };
  return async (number, minVersion) => {
    const { caseRef } = cases[number % cases.length]!;
    const query = minVersion === undefined ? '' : `?minVersion=${minVersion}`;
    const { status } = await client.send(`${address}${CASES}/${caseRef}${query}`, { headers });
    if (status !== 200) throw new Error(`Reading ${caseRef} was answered ${status}`);
  };
}

async function post(
  client: LoadClient,
  address: string,
  path: string,
  token: string | undefined,
  version: number | undefined,
  body: object,
): Promise<Answered> {
  const answer = await client.send(`${address}${path}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token !== undefined && { authorization: `Bearer ${token}`, 'idempotency-key': randomUUID() }),
      ...(version !== undefined && { 'if-match': `W/"${version}"` }),
    },
    body: JSON.stringify(body),
  });
  if (answer.status >= 300) throw new Error(`POST ${path} was answered ${answer.status}: ${answer.text}`);
  return answer;
}

function versionIn({ headers }: Answered): number {
  return Number(/"(\d+)"/.exec(headers.etag ?? '')?.[1]);
}

function medianOf(results: readonly RouteResult[]): RouteResult {
  const sorted = [...results].sort((a, b) => a.perSecond - b.perSecond);
  return sorted[Math.floor(sorted.length / 2)]!;
}

/** Asks again until there is an answer, for a minute. */
async function untilAnswered<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  for (const deadline = performance.now() + 60_000; ;) {
    try {
      return await ask();
    } catch (fault) {
      if (performance.now() > deadline) throw fault;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
}
