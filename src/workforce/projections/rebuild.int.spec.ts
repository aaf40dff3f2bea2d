import { afterAll, beforeAll, describe, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { useTestDatabase } from '../../../test/support/postgres.js';
import {
  expectRebuildEqualsIncremental,
  type AboutSubject,
} from '../../../test/support/rebuild-equals-incremental.js';
import type { DomainEvent } from '../../kernel/event.js';
import { plainDate } from '../../kernel/plain-date.js';
import { createDataSource } from '../../platform/persistence/data-source.js';
import { EventCatalogues } from '../../platform/projections/event-catalogues.js';
import { transferCaseCatalogues } from '../../transfer-case/index.js';
import { ALERT_RAISED, LIABLE_FROM_14_OCTOBER } from '../domain/case-history.fixtures.js';
import { ASSESSED, COUNCIL, LEAVE_STATEMENT, NHS_BODY, STARTED } from '../domain/workforce.fixtures.js';
import { workforceCatalogues, workforceEntities, workforceProjections } from '../workforce.parts.js';

const SUBJECT = 'TC-0000000001';
const onCase = (event: DomainEvent): AboutSubject => ({
  stream: `transfer-case-${SUBJECT}`,
  subject: SUBJECT,
  event,
});
const onJob = (type: string, data: object): AboutSubject => ({
  stream: 'employment-EM-0000000001',
  subject: SUBJECT,
  event: { type, occurredOn: plainDate('2024-05-01'), data },
});
const funded = (from: string, funder: string, until?: string) =>
  onJob('workforce.funding-period-recorded', {
    from,
    ...(until !== undefined && { until }),
    shares: [{ funder, share: '1' }],
  });

/** Facts of the job and of its case in turn, so that each read model changes on events of both. */
const STORY: readonly AboutSubject[] = [
  onCase(ALERT_RAISED),
  onJob(STARTED.type, STARTED.data),
  funded('2016-04-01', COUNCIL, '2021-04-01'),
  funded('2021-04-01', NHS_BODY),
  onJob('workforce.leave-statement-recorded', LEAVE_STATEMENT),
  onJob(ASSESSED.type, ASSESSED.data),
  onCase(LIABLE_FROM_14_OCTOBER),
  onJob('workforce.employment-ended', { lastDay: '2024-04-30', reason: 'redundancy' }),
  onJob('workforce.insurance-claim-updated', { claim: 'paid', amountPence: 500000 }),
  onJob('workforce.redundancy-shared', { kind: 'final', residualPence: 54400, shares: [], reference: 'P-1' }),
  onCase({ ...LIABLE_FROM_14_OCTOBER, data: { startsOn: plainDate('2021-03-31'), rule: 'R4' } }),
];

describe('the read models of employments', () => {
  const database = useTestDatabase();
  let dataSource: DataSource;

  beforeAll(async () => {
    dataSource = createDataSource({ databaseUrl: database.url, poolSize: 3 }, workforceEntities);
    await dataSource.initialize();
  });
  afterAll(async () => {
    await dataSource.destroy();
  });

  it.each(workforceProjections.map((projection) => [projection.name, projection] as const))(
    '%s is the same followed along, stopped and resumed, and rebuilt',
    async (_, projection) => {
      const catalogues = new EventCatalogues([...transferCaseCatalogues, ...workforceCatalogues]);
      await expectRebuildEqualsIncremental(dataSource, projection, catalogues, STORY);
    },
  );
});
