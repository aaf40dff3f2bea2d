import { ApiClient } from '../../src/dev/examples/api-client.js';
import type { ExampleCase } from '../../src/dev/examples/example-case.js';
import { exampleCases } from '../../src/dev/examples/example-cases.js';
import { playExample, playExampleAgreement } from '../../src/dev/examples/make-examples.js';
import { playBridging } from '../../src/dev/examples/play-bridging.js';
import { Player } from '../../src/dev/examples/player.js';
import type { TestIssuer } from '../support/test-issuer.js';
import { playStaff } from '../support/play-staff.js';
import { References } from './references.js';

const AUDITOR = 'herts-auditor';
const WORKER = 'herts-direct-payment-worker';
const FINANCE = 'herts-council-finance';
const NHS = 'herts-phb-worker';
/** One with a recharge that is paid, one with PAs whose redundancy is shared, one with leave. */
const PLAYED = ['BR-01', 'RD-01', 'AL-01'];
/** Cases whose recharge is left where it is: to be worked out, a draft, approved. */
const LEFT_AT: Readonly<Record<string, readonly string[]>> = {
  'BR-02': [],
  'BR-03': ['calculated'],
  'BR-04': ['calculated', 'approvals'],
  'BR-05': ['calculated', 'approvals', 'issues'],
};
/** Cases of each stage that a move goes through, to which one step after the other is open. */
const OF_EACH_STAGE = 3;

interface Item {
  readonly caseRef?: string;
  readonly rechargeRef?: string;
  readonly employmentId?: string;
  readonly agreementId?: string;
}

/** Plays examples through the API and says what there is then, so that requests get further than "not found". */
export async function playedReferences(address: string, issuer: TestIssuer): Promise<References> {
  const api = new ApiClient(address, (user) => issuer.tokenFor(user));
  await playExampleAgreement(api);
  for (const id of PLAYED) await playExample(api, exampleOf(id));
  for (const [id, steps] of Object.entries(LEFT_AT)) await playRechargeUpTo(api, id, steps);
  for (let index = 0; index < OF_EACH_STAGE; index += 1) await playUnfinished(api, index);
  const references = await referencesOf(api);
  await playPeople(api, references);
  for (const { staff, grant } of await playStaff(api, issuer.issuer)) {
    references.add('staffRef', staff);
    references.add('grant', grant);
  }
  return references;
}

function exampleOf(id: string): ExampleCase {
  const example = exampleCases.find((each) => each.id === id);
  if (example === undefined) throw new Error(`There is no example ${id}`);
  return example;
}

/** A case that is complete, with its recharge as far as the steps bring it. */
async function playRechargeUpTo(api: ApiClient, id: string, steps: readonly string[]): Promise<void> {
  const caseRef = await playBridging(api, 'herts', exampleOf(id));
  if (steps.length === 0) return;
  const made = await api.command<{ readonly rechargeRef: string }>({
    as: FINANCE,
    path: '/v1/recharges',
    body: { caseRef },
    key: `recharge-of-${id}`,
  });
  const recharge = new Player(api, id, `/v1/recharges/${made.body.rechargeRef}`, made.version);
  if (steps.includes('approvals')) await recharge.send('herts-council-approver', 'approvals', {});
  if (!steps.includes('issues')) return;
  await recharge.send(FINANCE, 'issues', { documentDate: '2024-12-02', invoiceReference: `INV-${id}` });
}

/** A case that is only alerted, one that is assessed, one that is eligible. */
async function playUnfinished(api: ApiClient, index: number): Promise<void> {
  const reached: readonly (readonly [step: string, body: object])[] = [
    ['checklists', { completedOn: '2024-01-29', receivedOn: '2024-01-31' }],
    ['eligibility-decisions', { outcome: 'eligible', decidedOn: '2024-02-20', notifiedOn: '2024-02-22' }],
    ['bridging', { openedOn: '2024-02-25' }],
  ];
  for (let steps = 0; steps <= reached.length; steps += 1) {
    const personReference = `FUZZ-${index}-${steps}`;
    const raised = await api.command<{ caseRef: string }>({
      as: WORKER,
      path: '/v1/transfer-cases',
      body: {
        personReference,
        nhsBody: 'QM7',
        alertedOn: '2024-01-15',
        wishesToKeepAssistants: true,
        assistants: [
          {
            assistantRef: `PA-${index}-${steps}`,
            status: 'employed',
            startedOn: '2019-09-02',
            weeklyHours: '30',
            hourlyRate: { amount: '12.40', currency: 'GBP' },
          },
        ],
      },
      key: personReference,
    });
    const player = new Player(
      api,
      personReference,
      `/v1/transfer-cases/${raised.body.caseRef}`,
      raised.version,
    );
    for (const [step, body] of reached.slice(0, steps))
      await player.send(step === 'bridging' ? WORKER : NHS, step, body);
  }
}

/** Somebody with a request for their removal, and somebody without. */
async function playPeople(api: ApiClient, references: References): Promise<void> {
  for (const given of ['Fuzz', 'Fuzzy']) {
    const recorded = await api.command<{ readonly personId: string }>({
      as: WORKER,
      path: '/v1/people',
      body: { name: { given, family: 'Person' }, birthDate: '1961-02-28' },
      key: `person-${given}`,
    });
    references.add('personId', recorded.body.personId);
    references.learnVersion(recorded.body.personId, 1);
  }
  const [personId = ''] = references.all('personId');
  const requested = await api.command<{ readonly requestId: string }>({
    as: 'herts-administrator',
    path: `/v1/people/${personId}/erasure-requests`,
    body: { authority: 'entered-by-mistake', reason: 'typed-twice' },
    key: `removal-of-${personId}`,
  });
  references.add('requestId', requested.body.requestId);
}

async function referencesOf(api: ApiClient): Promise<References> {
  const references = new References();
  const list = async (path: string) =>
    (await api.get<{ readonly items: readonly Item[] }>(AUDITOR, path)).body.items;
  const learn = async (name: keyof Item, collection: string, items: readonly Item[]) => {
    for (const { [name]: reference } of items) {
      if (reference === undefined) continue;
      references.add(name, reference);
      const { version } = await api.get(AUDITOR, `/v1/${collection}/${reference}`);
      if (version !== undefined) references.learnVersion(reference, version);
    }
  };
  const cases = await list('/v1/transfer-cases?limit=100');
  await learn('caseRef', 'transfer-cases', cases);
  for (const { caseRef } of cases) {
    await learn('employmentId', 'employments', await list(`/v1/transfer-cases/${caseRef}/employments`));
  }
  await learn('rechargeRef', 'recharges', await list('/v1/recharges?limit=100'));
  await learn('agreementId', 'agreements', await list('/v1/agreements?limit=100'));
  for (const code of ['stale-version', 'E10000015', 'QM7', '06N', 'E10000028']) references.add('code', code);
  for (const partner of ['QM7', '06N', 'E10000015']) references.add('partnerOds', partner);
  for (const line of ['1', '2']) references.add('line', line);
  return references;
}
