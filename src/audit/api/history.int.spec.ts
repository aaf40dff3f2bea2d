import 'reflect-metadata';
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Global, Module, type DynamicModule } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { TypeOrmModule } from '@nestjs/typeorm';
import supertest from 'supertest';
import {
  alertAcknowledged,
  alertRaised,
  CASE_REF,
  checklistReceived,
} from '../../../test/support/example-transfer-case.js';
import { useTestIssuer } from '../../../test/support/issuer.js';
import { useTestDatabase } from '../../../test/support/postgres.js';
import { numberedUuid } from '../../../test/support/recorded.js';
import { settingsFor } from '../../../test/support/sample-api/sample-api.js';
import { ClockModule } from '../../platform/clock/clock.module.js';
import { EventStoreModule } from '../../platform/event-store/event-store.module.js';
import { createWebApplication } from '../../platform/http/create-web-application.js';
import { dataSourceOptions } from '../../platform/persistence/data-source.js';
import { DATABASE_SETTINGS, type DatabaseSettings } from '../../platform/persistence/database-settings.js';
import { ProjectionWorker } from '../../platform/projections/projection-worker.js';
import { ProjectionsModule } from '../../platform/projections/projections.module.js';
import {
  transferCaseCatalogues,
  transferCaseEntities,
  TransferCases,
  type TransferCaseEvent,
} from '../../transfer-case/index.js';
import { agreementEntities } from '../../agreement/index.js';
import type { StoredEventsAnswer } from './stored-events.answers.js';
import { AuditModule } from '../audit.module.js';
import { auditEntities, auditProjections } from '../audit.parts.js';

@Global()
@Module({})
class HistoryAlone {
  static on(settings: DatabaseSettings): DynamicModule {
    const entities = [...agreementEntities, ...transferCaseEntities, ...auditEntities];
    return {
      module: HistoryAlone,
      imports: [
        TypeOrmModule.forRoot(dataSourceOptions(settings, entities)),
        ClockModule,
        CqrsModule.forRoot(),
        EventStoreModule,
        ProjectionsModule.forRoot({ projections: auditProjections, catalogues: transferCaseCatalogues }),
        AuditModule,
      ],
      providers: [{ provide: DATABASE_SETTINGS, useValue: settings }],
      exports: [DATABASE_SETTINGS],
    };
  }
}

function sha256(...parts: readonly Buffer[]): Buffer {
  return createHash('sha256').update(Buffer.concat(parts)).digest();
}

/** What is hashed of an event, by the description of its hash. */
function leafOf(event: StoredEventsAnswer['events'][number]): Buffer {
  const number = (bytes: number, value: bigint) =>
    Buffer.from(value.toString(16).padStart(bytes * 2, '0'), 'hex');
  const [seconds = '', micros = ''] = event.recordedAt.replace('Z', '').split('.');
  const microseconds = BigInt(Date.parse(`${seconds}Z`)) * 1000n + BigInt(micros);
  return Buffer.concat([
    number(1, 0n),
    number(8, BigInt(event.position)),
    number(4, BigInt(event.version)),
    number(8, microseconds),
    Buffer.from(event.eventId.replaceAll('-', ''), 'hex'),
    number(4, BigInt(event.schemaVersion)),
    ...[event.stream, event.type, event.data, event.metadata].flatMap((text) => {
      const bytes = Buffer.from(text, 'utf8');
      return [number(4, BigInt(bytes.length)), bytes];
    }),
  ]);
}

describe('the history of a case over HTTP', () => {
  const database = useTestDatabase();
  const issuer = useTestIssuer();
  let app: NestFastifyApplication;
  let position: string;

  beforeAll(async () => {
    const module = HistoryAlone.on({ databaseUrl: database.url, poolSize: 5 });
    app = await createWebApplication(module, settingsFor(issuer.current));
    app.get(ProjectionWorker).start();
    await app.listen(0, '127.0.0.1');
    await record('herts-direct-payment-worker', 'E10000015', 1, alertRaised);
    await record('herts-phb-worker', 'QM7', 2, alertAcknowledged, checklistReceived);
  }, 60_000);
  afterAll(async () => {
    await app.close();
  });

  const record = async (
    id: string,
    organisation: string,
    command: number,
    ...events: TransferCaseEvent[]
  ) => {
    const commandId = numberedUuid(command);
    const actor = { id, organisation, role: id.replace('herts-', '') };
    const context = { actor, commandId, correlationId: commandId, causationId: commandId };
    const committed = await app.get(TransferCases).streams.transact(CASE_REF, () => events, context);
    position = committed.position;
  };
  const get = async (user: string, query = '') =>
    supertest(app.getHttpServer())
      .get(`/v1/transfer-cases/${CASE_REF}/events?minPosition=${position}${query}`)
      .auth(await issuer.current.tokenFor(user), { type: 'bearer' });
  const types = async (query: string) =>
    (await get('herts-auditor', query)).body.items.map(({ type }: { type: string }) => type);

  it('tells each event in a sentence, newest last, with who recorded it for which body', async () => {
    await get('herts-phb-worker');
    const { status, body } = await get('herts-auditor');
    expect(status).toBe(200);
    expect(body.items).toHaveLength(3);
    expect(body.items[1]).toEqual({
      ordinal: 2,
      type: 'transfer-case.alert-acknowledged',
      sentence: 'The NHS body acknowledged the alert on 18 January 2024 and named its contact',
      occurredOn: '2024-01-18',
      recordedAt: expect.stringMatching(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{6}Z$/),
      actor: {
        id: 'herts-phb-worker',
        name: 'Imogen Barraclough',
        organisation: 'QM7',
        role: 'phb-worker',
      },
      record: 'transfer-case',
      recordRef: CASE_REF,
      version: 2,
      eventId: expect.any(String),
      position: '2',
      data: alertAcknowledged.data,
    });
  });

  it('can be asked for newest first, page by page', async () => {
    const first = await get('herts-auditor', '&sort=-recordedAt&limit=2');
    expect(first.body.items.map(({ ordinal }: { ordinal: number }) => ordinal)).toEqual([3, 2]);
    const rest = await get('herts-auditor', `&sort=-recordedAt&limit=2&cursor=${first.body.next}`);
    expect(rest.body.items.map(({ ordinal }: { ordinal: number }) => ordinal)).toEqual([1]);
    expect(rest.body.next).toBeUndefined();
  });

  it('can be asked for one type, one person, or the days of recording', async () => {
    expect(await types('&type=transfer-case.alert-raised')).toEqual(['transfer-case.alert-raised']);
    expect(await types('&actor=herts-phb-worker')).toHaveLength(2);
    expect(await types('&from=2020-01-01&lastDay=2199-12-31')).toHaveLength(3);
    expect(await types('&lastDay=2020-01-01')).toEqual([]);
    expect(await types('&from=2199-12-31')).toEqual([]);
  });

  describe('as it is stored', () => {
    const stored = async (user: string) =>
      supertest(app.getHttpServer())
        .get(`/v1/transfer-cases/${CASE_REF}/stored-events?minPosition=${position}`)
        .auth(await issuer.current.tokenFor(user), { type: 'bearer' });

    it('has a chain of hashes that is worked out again from its description alone', async () => {
      const { status, body } = await stored('herts-auditor');
      expect(status).toBe(200);
      expect(body.events.map(({ type }: { type: string }) => type)).toEqual(await types(''));
      let previous = '0'.repeat(64);
      for (const event of body.events as readonly StoredEventsAnswer['events'][number][]) {
        expect(event.previousHash).toBe(previous);
        const before = Buffer.from(event.previousHash, 'hex');
        expect(sha256(before, sha256(leafOf(event))).toString('hex')).toBe(event.hash);
        previous = event.hash;
      }
    });

    it('has the facts and who recorded them in the bytes that were hashed', async () => {
      const [first] = (await stored('herts-auditor')).body.events;
      expect(JSON.parse(first.data)).toEqual(alertRaised.data);
      expect(JSON.parse(first.metadata)).toMatchObject({ actor: { id: 'herts-direct-payment-worker' } });
    });

    it('is for auditors of a body that has a part in the case', async () => {
      expect((await stored('herts-phb-worker')).status).toBe(403);
      expect((await stored('staffs-auditor')).status).toBe(404);
    });
  });

  it('is not there for a body that has no part in the case', async () =>
    expect((await get('staffs-auditor')).status).toBe(404));
});
