import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { INestApplicationContext } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { AddressInfo } from 'node:net';
import { allEntities } from '../../src/app/composition.js';
import { ProductModule } from '../../src/app/product.module.js';
import { followStore } from '../../src/app/start-worker.js';
import { settingsFrom } from '../../src/platform/config/settings.js';
import { createWebApplication } from '../../src/platform/http/create-web-application.js';
import { createDataSource } from '../../src/platform/persistence/data-source.js';
import { loginsBeside } from '../../src/platform/persistence/database-logins.js';
import { Seeded } from '../chaos/seeded.js';
import { TEST_AUDIENCE, useTestIssuer } from '../support/issuer.js';
import { useTestDatabase } from '../support/postgres.js';
import { makeCases, pooledReads } from './pooled-reads.js';
import { councils, pairs, tenOrganisations } from './ten-organisations.js';

// More with POOLED_ANSWERS=100000: a twentieth of them over HTTP, the others from the read model itself.
const ANSWERS = Number(process.env['POOLED_ANSWERS'] ?? 4_000);
const OVER_HTTP = Math.ceil(ANSWERS / 20);
const FROM_READ_MODEL = ANSWERS - OVER_HTTP;
const AT_ONCE = 200;
const POOL = 2;
const PATIENCE_MS = 1_800_000;
const SEED = 20_261_126;

describe('Answers of ten organisations on two connections', () => {
  const readModel = useTestDatabase();

  it(
    'from the read model hold no row of another, whatever fails in between',
    async () => {
      expect([councils.length, tenOrganisations.length, pairs.length]).toEqual([4, 10, 20]);
      const owner = await createDataSource({ databaseUrl: readModel.url, poolSize: 1 }).initialize();
      await makeCases(owner, 5);
      await owner.destroy();
      const web = await createDataSource(
        { databaseUrl: loginsBeside(readModel.url).web, poolSize: POOL },
        allEntities,
        { queryMs: 150 },
      ).initialize();
      const counts = await pooledReads(web, FROM_READ_MODEL, new Seeded(SEED));
      await web.destroy();
      process.stdout.write(
        `Read model: ${counts.answers} answers with ${counts.rows} rows, ${counts.failed} failed, ${counts.around} around\n`,
      );
      expect(counts.strangers).toEqual([]);
      expect(counts.answers).toBeGreaterThanOrEqual(FROM_READ_MODEL);
      // Each organisation has twenty cases, and lists show ten of them.
      expect(counts.rows).toBeGreaterThan(counts.answers * 5);
      expect(Math.min(counts.failed, counts.around)).toBeGreaterThan(FROM_READ_MODEL / 200);
    },
    PATIENCE_MS,
  );

  describe('over HTTP', () => {
    let app: NestFastifyApplication | undefined;
    let worker: INestApplicationContext | undefined;
    let address: string;
    const tokens = new Map<string, string>();
    const casesOf = new Map<string, Set<string>>(tenOrganisations.map((code) => [code, new Set<string>()]));
    afterAll(async () => {
      await app?.close();
      await worker?.close();
    });
    const database = useTestDatabase();
    const issuer = useTestIssuer();

    beforeAll(async () => {
      const logins = loginsBeside(database.url);
      const settingsWith = (databaseUrl: string) =>
        settingsFrom({
          NODE_ENV: 'test',
          STAFF_RIGHTS: 'token',
          DATABASE_URL: databaseUrl,
          HOST: '127.0.0.1',
          PORT: '0',
          OIDC_ISSUER: issuer.current.issuer,
          OIDC_AUDIENCE: TEST_AUDIENCE,
          LOG_LEVEL: 'silent',
          RATE_LIMIT_PRINCIPAL: '1000000',
          RATE_LIMIT_ADDRESS: '1000000',
        });
      const { web, databaseUrl, eventStore, people } = settingsWith(logins.web);
      worker = await followStore(settingsWith(logins.worker));
      app = await createWebApplication(
        ProductModule.forRoot({ database: { databaseUrl, poolSize: POOL }, eventStore, people }),
        web,
      );
      await app.listen(0, '127.0.0.1');
      address = `http://127.0.0.1:${(app.getHttpServer().address() as AddressInfo).port}`;
      for (const organisation of tenOrganisations) {
        const roles = councils.includes(organisation)
          ? ['direct-payment-worker', 'council-finance']
          : ['phb-worker'];
        tokens.set(
          organisation,
          await issuer.current.tokenWith({ sub: `worker-of-${organisation}`, organisation, roles }),
        );
      }
      let position = '';
      for (const [index, [council, nhsBody]] of pairs.entries()) {
        const response = await fetch(`${address}/v1/transfer-cases`, {
          method: 'POST',
          headers: {
            authorization: `Bearer ${tokens.get(council)}`,
            'content-type': 'application/json',
            'idempotency-key': `pooled-${index}`,
          },
          body: JSON.stringify({
            personReference: `POOLED-${index}`,
            nhsBody,
            alertedOn: '2024-04-02',
            wishesToKeepAssistants: false,
            assistants: [],
          }),
        });
        const { caseRef } = (await response.json()) as { caseRef: string };
        expect(response.status).toBe(201);
        position = response.headers.get('handover-position') ?? '';
        casesOf.get(council)?.add(caseRef);
        casesOf.get(nhsBody)?.add(caseRef);
      }
      const visible = await ask(tenOrganisations[0] ?? '', `/v1/transfer-cases?minPosition=${position}`);
      expect(visible.status).toBe(200);
    }, 120_000);

    const ask = async (organisation: string, path: string, signal?: AbortSignal) => {
      const response = await fetch(`${address}${path}`, {
        headers: { authorization: `Bearer ${tokens.get(organisation)}` },
        ...(signal !== undefined && { signal }),
      });
      return { status: response.status, text: await response.text() };
    };

    it(
      'tell nobody of a case of another, whatever is refused, given up or not there in between',
      async () => {
        const random = new Seeded(SEED);
        const all = [...new Set([...casesOf.values()].flatMap((each) => [...each]))];
        const strangers: string[] = [];
        const statuses = new Map<string, number>();
        let answers = 0;
        const count = (what: string) => statuses.set(what, (statuses.get(what) ?? 0) + 1);
        const lane = async () => {
          while (answers < OVER_HTTP) {
            const organisation = tenOrganisations[random.below(tenOrganisations.length)] ?? '';
            const caseRef = all[random.below(all.length)] ?? '';
            const path = [
              '/v1/transfer-cases?limit=100',
              `/v1/transfer-cases/${caseRef}`,
              `/v1/transfer-cases/${caseRef}/events`,
              `/v1/transfer-cases/${caseRef}/liabilities`,
              `/v1/transfer-cases/${caseRef}/deadlines`,
              '/v1/transfer-cases?limit=none',
              '/v1/recharges',
            ][random.below(7)]!;
            if (random.below(12) === 0) {
              await ask(organisation, path, AbortSignal.timeout(1 + random.below(15))).catch(() =>
                count('given up'),
              );
              continue;
            }
            const { status, text } = await ask(organisation, path);
            count(String(status));
            // Whoever waits too long for one of two connections is told to come back, which tells nobody of a case.
            if (status === 503) continue;
            answers += 1;
            const own = casesOf.get(organisation);
            const told = all.filter((each) => !own?.has(each) && text.includes(each) && !path.includes(each));
            if (told.length > 0) strangers.push(`${organisation} saw ${told.join()} at ${path}`);
            if (path.includes(caseRef) && (status === 200) !== own?.has(caseRef))
              strangers.push(`${organisation}: ${status} at ${path}`);
            if (status === 200 && path.endsWith('limit=100')) {
              const { items } = JSON.parse(text) as { items: object[] };
              if (items.length !== own?.size)
                strangers.push(`${organisation} saw ${items.length} of ${own?.size}`);
            }
          }
        };
        await Promise.all(Array.from({ length: AT_ONCE }, lane));
        process.stdout.write(`HTTP: ${answers} answers, ${JSON.stringify(Object.fromEntries(statuses))}\n`);
        expect(strangers).toEqual([]);
        expect([...statuses.keys()].filter((status) => /^5/.test(status) && status !== '503')).toEqual([]);
        expect(statuses.get('given up')).toBeGreaterThan(0);
      },
      PATIENCE_MS,
    );
  });
});
