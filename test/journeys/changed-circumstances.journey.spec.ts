import { beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { playExampleAgreement } from '../../src/dev/examples/make-examples.js';
import { pounds, type Player } from '../../src/dev/examples/player.js';
import { dateInWords, londonDateOf } from '../../src/kernel/plain-date.js';
import { inBridging } from '../support/case-in-bridging.js';
import { useProduct } from '../support/product.js';

// What happens to a person while the council pays for the NHS body, from the fact over HTTP to the figure.

const WORKER = 'herts-direct-payment-worker';
const FINANCE = 'herts-council-finance';
const PHB = 'herts-phb-worker';
const AUDITOR = 'herts-auditor';

const WHY = { reasonCode: 'typing-error', documentReference: 'HCC-DOC-7781' };

const product = useProduct();

beforeAll(() => playExampleAgreement(product.current.api));

interface Liabilities {
  readonly total: { readonly status: string; readonly value?: object };
  readonly lines: readonly object[];
  readonly reclaim: { readonly status: string; readonly value?: object };
  readonly warnings: readonly { readonly code: string }[];
}

const liabilities = async ({ path }: Player) =>
  (await product.current.api.get<Liabilities>(AUDITOR, `${path}/liabilities`)).body;

interface HistoryEvent {
  readonly eventId: string;
  readonly position: string;
  readonly recordedAt: string;
  readonly sentence: string;
}

/** The event that a fact of the case rests on. */
const standing = async ({ path }: Player, fact: string) => {
  const { body } = await product.current.api.get<{ standing: Record<string, string> }>(AUDITOR, path);
  return body.standing[fact];
};

describe('a death in bridging (odd inputs 23 and 24)', () => {
  it('ends what is owed with its day; what was paid for later days is reclaimed; a retraction restores all', async () => {
    const move = await inBridging(product.current.api, 'HCC-700001');
    expect((await liabilities(move)).total.status).toBe('pending');

    await move.send(WORKER, 'death', { diedOn: '2024-05-28' });
    expect(await liabilities(move)).toMatchObject({
      total: { status: 'known', value: pounds('2970.00') },
      lines: [{ from: '2024-05-01', lastDay: '2024-05-28', days: 28 }],
      reclaim: {
        status: 'known',
        value: pounds('4455.00'),
        payments: [{ reference: 'DP-HCC-700001', from: '2024-05-29', lastDay: '2024-07-09' }],
        basis: { rule: 'ACCOUNT-RECLAIM' },
      },
    });

    const corrects = { eventId: await standing(move, 'death'), ...WHY };
    await move.send(WORKER, 'death', { diedOn: '2024-05-21', corrects });
    expect(await liabilities(move)).toMatchObject({ total: { value: pounds('2227.50') } });

    const calculated = await product.current.api.command<{ rechargeRef: string }>({
      as: FINANCE,
      path: '/v1/recharges',
      body: { caseRef: move.path.split('/').at(-1) },
      key: 'recharge-after-death',
    });
    const recharge = await product.current.api.get<object>(
      AUDITOR,
      `/v1/recharges/${calculated.body.rechargeRef}`,
    );
    expect(recharge.body).toMatchObject({ total: pounds('2227.50'), debtor: 'QM7' });

    const mistake = { eventId: await standing(move, 'death'), ...WHY, reasonCode: 'wrong-person' };
    await move.send(WORKER, 'death-retractions', { corrects: mistake });
    expect(await liabilities(move)).toMatchObject({
      total: { status: 'pending', missing: [{ fact: 'phb-cover-start' }] },
    });
  });
});

describe('a correction', () => {
  it('says in the history and in the replay why, and on what evidence; no other event does, and a rebuild changes nothing', async () => {
    const { api, app, operator } = product.current;
    const move = await inBridging(api, 'HCC-700018');
    await move.send(WORKER, 'death', { diedOn: '2024-05-28' });
    const corrects = { eventId: await standing(move, 'death'), ...WHY };
    await move.send(WORKER, 'death', { diedOn: '2024-05-21', corrects });
    const retracted = { ...corrects, eventId: await standing(move, 'death'), reasonCode: 'wrong-person' };
    await move.send(WORKER, 'death-retractions', { corrects: retracted });

    const history = async () =>
      (await api.get<{ items: readonly HistoryEvent[] }>(AUDITOR, `${move.path}/events?limit=100`)).body
        .items;
    const events = await history();
    const [wrong, right, taken] = events.slice(-3);
    const today = dateInWords(londonDateOf(new Date(wrong?.recordedAt ?? '')));
    expect([right, taken]).toMatchObject([
      {
        sentence: `Corrected: the person died on 21 May 2024, putting right what was recorded on ${today}; reason typing-error, document HCC-DOC-7781`,
        data: { diedOn: '2024-05-21', corrects: wrong?.eventId },
        correction: WHY,
      },
      {
        sentence: `Corrected: the death was recorded in error (wrong-person), and the case goes on, putting right what was recorded on ${today}; reason wrong-person, document HCC-DOC-7781`,
        data: { corrects: right?.eventId, reasonCode: 'wrong-person' },
        correction: { ...WHY, reasonCode: 'wrong-person' },
      },
    ]);
    expect(events.filter((event) => 'correction' in event)).toEqual([right, taken]);

    const replayed = await api.get<{ event: object }>(
      AUDITOR,
      `${move.path}/replay?position=${right?.position}`,
    );
    expect(replayed.body.event).toMatchObject({ sentence: right?.sentence, correction: WHY });

    const [stored] = await app
      .get(DataSource)
      .query<{ metadata: Buffer }[]>('SELECT metadata FROM event_store.events WHERE event_id = $1', [
        right?.eventId,
      ]);
    expect(JSON.parse(String(stored?.metadata))).toMatchObject({ correction: WHY });

    await operator.projections.rebuild('history');
    expect(await history()).toEqual(events);
  });
});

describe('a person who declines NHS Continuing Healthcare (odd input 42)', () => {
  it('is not the NHS body’s to pay for from that day, and somebody is told to look at the council’s duty', async () => {
    const move = await inBridging(product.current.api, 'HCC-700002');
    await move.send(PHB, 'chc-refusal', { declinedFrom: '2024-05-15', documentReference: 'LETTER-8' });
    expect(await liabilities(move)).toMatchObject({
      total: { status: 'known', value: pounds('1485.00') },
      warnings: [{ code: 'council-duty-unclear', from: '2024-05-15' }],
    });
  });
});

describe('a joint package and a stay in hospital', () => {
  it('cut the lines, and only what the council paid for the NHS body is charged (odd inputs 40 and 43)', async () => {
    const move = await inBridging(product.current.api, 'HCC-700003');
    const above = { part: 'nhs-own', share: '0.7' };
    const shares = {
      from: '2024-05-15',
      parts: [{ part: 'council-own', share: '0.4' }],
      remainder: 'bridged',
    };
    await expect(
      move.send(FINANCE, 'joint-packages', { ...shares, parts: [...shares.parts, above] }),
    ).rejects.toThrow(/more than 1/);
    await move.send(FINANCE, 'joint-packages', shares);
    await move.send(WORKER, 'suspensions', {
      from: '2024-06-19',
      lastDay: '2024-07-02',
      reason: 'hospital',
      paid: 'reduced',
      weekly: pounds('200.00'),
    });
    await move.send(PHB, 'phb-cover', { startsOn: '2024-06-26' });
    expect(await liabilities(move)).toMatchObject({
      total: { value: pounds('3832.50') },
      lines: [
        { from: '2024-05-01', days: 14, amount: { value: pounds('1485.00') } },
        {
          from: '2024-05-15',
          days: 35,
          amount: { value: pounds('2227.50') },
          joint: { whole: pounds('3712.50'), councilOwn: pounds('1485.00'), nhsOwn: pounds('0.00') },
        },
        {
          from: '2024-06-19',
          lastDay: '2024-06-25',
          amount: { value: pounds('120.00') },
          suspension: { reason: 'hospital', paid: 'reduced' },
        },
      ],
    });
    const { body } = await product.current.api.get<object>(AUDITOR, move.path);
    expect(body).toMatchObject({
      jointPackages: [{ from: '2024-05-15', parts: [{ part: 'council-own', share: '0.4' }] }],
      suspensions: [{ from: '2024-06-19', lastDay: '2024-07-02', weekly: pounds('200.00') }],
    });
  });
});

describe('a person who moves to the area of another NHS body (odd inputs 25 and 26)', () => {
  it('has days parked in a dispute, then one recharge for each body', async () => {
    const { api } = product.current;
    const move = await inBridging(api, 'HCC-700004');
    await move.send(PHB, 'phb-cover', { startsOn: '2024-06-26' });
    await move.send(WORKER, 'interim-payer', {
      from: '2024-05-29',
      interimPayer: 'QNC',
      documentReference: 'LETTER-9',
    });
    expect(await liabilities(move)).toMatchObject({
      total: { value: pounds('2970.00') },
      parked: { from: '2024-05-29', lastDay: '2024-06-25', status: 'pending' },
    });

    const settled = { nhsBody: 'QNC', reason: 'dispute-settled', documentReference: 'GP-1' };
    await move.send(WORKER, 'area-changes', { from: '2024-05-29', ...settled });
    const after = await liabilities(move);
    expect(after).not.toHaveProperty('parked');
    expect(after).toMatchObject({
      total: { value: pounds('5940.00') },
      lines: [
        { debtor: 'QM7', days: 28 },
        { debtor: 'QNC', days: 28 },
      ],
    });
    expect((await api.get<{ items: object[] }>('herts-auditor', '/v1/transfer-cases')).body.items).toEqual(
      expect.arrayContaining([expect.objectContaining({ caseRef: move.path.split('/').at(-1) })]),
    );
  });
});

describe('a person who chooses a notional budget (odd input 41)', () => {
  it('has the liabilities warn that the PAs may be redundant', async () => {
    const move = await inBridging(product.current.api, 'HCC-700005');
    const choice = { form: 'notional', from: '2024-06-26', documentReference: 'PLAN-2024-41' };
    await move.send(PHB, 'budget-form', choice);
    expect((await liabilities(move)).warnings).toEqual(
      expect.arrayContaining([expect.objectContaining({ code: 'assistants-may-be-redundant' })]),
    );
    const corrects = { eventId: await standing(move, 'budget-form'), ...WHY };
    await move.send(PHB, 'budget-form', { ...choice, form: 'direct-payment', corrects });
    expect((await liabilities(move)).warnings).toEqual([]);
  });
});

describe('a case that turns out to be a duplicate (odd input 44)', () => {
  it('is merged into the one that goes on, owes nothing, and takes no more', async () => {
    const { api } = product.current;
    const goesOn = await inBridging(api, 'HCC-700006');
    const duplicate = await inBridging(api, 'HCC-700007');
    await duplicate.send(PHB, 'phb-cover', { startsOn: '2024-06-26' });
    expect(await liabilities(duplicate)).toMatchObject({ total: { value: pounds('5940.00') } });

    const into = goesOn.path.split('/').at(-1);
    const merger = { into, mergedOn: '2024-07-01', reasonCode: 'duplicate', documentReference: 'NOTE-1' };
    await duplicate.send(WORKER, 'merger', merger);
    expect(await liabilities(duplicate)).toMatchObject({ total: { value: pounds('0.00') }, lines: [] });
    const { body } = await api.get<object>(AUDITOR, duplicate.path);
    expect(body).toMatchObject({
      stage: 'merged',
      facts: { merger: { into }, decision: { outcome: 'eligible' } },
    });
    await expect(duplicate.send(WORKER, 'death', { diedOn: '2024-07-01' })).rejects.toThrow(/merged/);
  });
});

describe('a case to which a fact comes after it was closed (odd input 45)', () => {
  it('is reopened where it stood, and its figures follow', async () => {
    const { api } = product.current;
    const move = await inBridging(api, 'HCC-700008');
    await move.send(WORKER, 'withdrawal', {
      withdrawnOn: '2024-07-01',
      reasonCode: 'person-stays-with-council',
    });
    const reopening = {
      reopenedOn: '2024-07-02',
      reasonCode: 'plan-came-late',
      documentReference: 'LETTER-2024-77',
    };
    await move.send(WORKER, 'reopenings', reopening);
    expect((await api.get<object>(AUDITOR, move.path)).body).toMatchObject({
      stage: 'withdrawn',
      facts: { reopeningRequest: { reasonCode: 'plan-came-late', documentReference: 'LETTER-2024-77' } },
    });
    await move.send(PHB, 'reopenings', reopening);
    expect((await api.get<object>(AUDITOR, move.path)).body).toMatchObject({ stage: 'bridging' });
    await move.send(PHB, 'phb-cover', { startsOn: '2024-06-26' });
    expect(await liabilities(move)).toMatchObject({ total: { value: pounds('5940.00') } });
  });
});
