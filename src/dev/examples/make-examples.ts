import { access, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ApiClient } from './api-client.js';
import type { ExampleCase } from './example-case.js';
import { exampleCases } from './example-cases.js';
import { playAgreement, type ExamplePair } from './play-agreement.js';
import { playAssistants } from './play-assistants.js';
import { playBridging } from './play-bridging.js';
import { playRecharge } from './play-recharge.js';

const HERTFORDSHIRE: ExamplePair = {
  area: 'herts',
  council: 'E10000015',
  nhsBody: '06N',
  from: '2018-04-01',
};

/** Where a played example can be looked at. */
export interface PlayedExample {
  readonly caseRef: string;
  readonly rechargeRef?: string;
}

/** Plays the local agreement that the example cases rest on. */
export async function playExampleAgreement(api: ApiClient): Promise<void> {
  await playAgreement(api, HERTFORDSHIRE);
}

/** Plays one example through the API, from the alert to the paid recharge or to the shared redundancy. */
export async function playExample(api: ApiClient, example: ExampleCase): Promise<PlayedExample> {
  const { area } = HERTFORDSHIRE;
  const caseRef = await playBridging(api, area, example);
  await playAssistants(api, area, caseRef, example);
  const { documentDate } = example;
  if (documentDate === undefined) return { caseRef };
  return { caseRef, rechargeRef: await playRecharge(api, area, caseRef, { ...example, documentDate }) };
}

export interface MakeExamplesOptions {
  /** Where it is remembered that they are made. */
  readonly folder: string;
  readonly address: string;
  readonly tokenOf: (user: string) => Promise<string>;
  readonly say: (line: string) => void;
}

/**
 * Makes the example cases at the first start. Every command has a key of its own, so a first start that was interrupted is
 * finished by the next one without doubling anything.
 */
export async function makeExamples({ folder, address, tokenOf, say }: MakeExamplesOptions): Promise<void> {
  const mark = join(folder, 'examples-made.json');
  if (await exists(mark)) return;
  say('Making the example cases through the API …');
  const api = new ApiClient(address, tokenOf);
  const played: Record<string, PlayedExample> = {};
  await playExampleAgreement(api);
  for (const example of exampleCases) played[example.id] = await playExample(api, example);
  await writeFile(mark, `${JSON.stringify(played, null, 2)}\n`);
}

async function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}
