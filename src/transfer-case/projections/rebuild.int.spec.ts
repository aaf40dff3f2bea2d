import { afterAll, beforeAll, describe, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import {
  CASE_REF,
  contributionSet,
  HISTORY_TO,
  liabilityFromDay29,
  paymentMade,
} from '../../../test/support/example-transfer-case.js';
import { useTestDatabase } from '../../../test/support/postgres.js';
import {
  expectRebuildEqualsIncremental,
  type AboutSubject,
} from '../../../test/support/rebuild-equals-incremental.js';
import type { DomainEvent } from '../../kernel/event.js';
import { createDataSource } from '../../platform/persistence/data-source.js';
import { EventCatalogues } from '../../platform/projections/event-catalogues.js';
import {
  transferCaseCatalogues,
  transferCaseEntities,
  transferCaseProjections,
} from '../transfer-case.parts.js';

const OTHER_CASE = 'TC-0000000001';
const about =
  (caseRef: string) =>
  (event: DomainEvent): AboutSubject => ({ stream: `transfer-case-${caseRef}`, subject: caseRef, event });

const withdrawn = HISTORY_TO.withdrawn.map((event) =>
  event.type === 'transfer-case.alert-raised'
    ? { ...event, data: { ...event.data, caseRef: OTHER_CASE } }
    : event,
);

/** Two cases in turn, one of them to its end. */
const STORY: readonly AboutSubject[] = [
  ...HISTORY_TO.bridging.map(about(CASE_REF)),
  ...withdrawn.map(about(OTHER_CASE)),
  ...[paymentMade, contributionSet, liabilityFromDay29].map(about(CASE_REF)),
  ...HISTORY_TO.complete.slice(HISTORY_TO.bridging.length).map(about(CASE_REF)),
];

describe('the read models of transfer cases', () => {
  const database = useTestDatabase();
  let dataSource: DataSource;

  beforeAll(async () => {
    dataSource = createDataSource({ databaseUrl: database.url, poolSize: 3 }, transferCaseEntities);
    await dataSource.initialize();
  });
  afterAll(async () => {
    await dataSource.destroy();
  });

  it.each(transferCaseProjections.map((projection) => [projection.name, projection] as const))(
    '%s: stopping after each event, following all at once and rebuilding give the same rows',
    async (_, projection) => {
      const catalogues = new EventCatalogues(transferCaseCatalogues);
      await expectRebuildEqualsIncremental(dataSource, projection, catalogues, STORY);
    },
  );
});
