import { beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { insertSyntheticCases } from '../bench/load-synthetic-cases.js';
import { useProduct } from '../support/product.js';
import { sendRaw } from '../support/raw-request.js';

// Somebody who owns the database changed what is stored of one case. That case stands still and says so; the other goes on.

interface StoredCase {
  readonly caseRef: string;
  readonly version: number;
}

describe('A case of which one stored event is not what was stored', () => {
  const product = useProduct();
  let damaged: StoredCase;
  let whole: StoredCase;

  beforeAll(async () => {
    const { databaseUrl } = product.current;
    const client = new pg.Client({ connectionString: databaseUrl });
    await client.connect();
    // One transaction: a server that read the case while it was whole would go on from what it read.
    await client.query('BEGIN');
    await client.query('SET LOCAL session_replication_role = replica');
    await insertSyntheticCases(client, 8, 2);
    const { rows } = await client.query<StoredCase>(
      `SELECT replace(stream, 'transfer-case-', '') AS "caseRef", max(revision) AS version FROM event_store.events
       WHERE stream LIKE 'transfer-case-%' GROUP BY stream ORDER BY stream`,
    );
    [damaged, whole] = rows as [StoredCase, StoredCase];
    await client.query(
      `UPDATE event_store.events SET recorded_at = recorded_at - interval '1 day' WHERE stream = $1 AND revision = 2`,
      [`transfer-case-${damaged.caseRef}`],
    );
    await client.query('COMMIT');
    await client.end();
  });

  const pay = async ({ caseRef, version }: StoredCase) =>
    sendRaw(product.current, {
      as: 'herts-council-finance',
      path: `/v1/transfer-cases/${caseRef}/payments`,
      version,
      body: {
        paymentReference: 'DP-1',
        paidOn: '2024-02-01',
        from: '2024-01-15',
        lastDay: '2024-02-11',
        amount: { amount: '612.50', currency: 'GBP' },
      },
    });

  it('takes no command, and names the stream and the event', async () => {
    const { status, body } = await pay(damaged);
    expect(status).toBe(500);
    expect(body).toMatchObject({
      code: 'broken-history',
      stream: `transfer-case-${damaged.caseRef}`,
      revision: 2,
      detail: `The history transfer-case-${damaged.caseRef} cannot be used from its event 2 on, so nothing is worked out from it and nothing is added to it.`,
    });
  });

  it('holds back nobody else', async () => {
    expect((await pay(whole)).status).toBeLessThan(300);
  });
});
