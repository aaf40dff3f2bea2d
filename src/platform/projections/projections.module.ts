import { Module, type DynamicModule } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EventCatalogue } from '../../kernel/event-catalogue.js';
import { EVENT_STORE, type EventStore } from '../event-store/event-store.js';
import { PROJECTION_LAG } from '../health/projection-lag.js';
import { PastHistories } from '../past/past-histories.js';
import { PastReads } from '../past/past-reads.js';
import { READ_MODEL_PROGRESS, type ReadModelProgress } from '../http/freshness/read-model-progress.js';
import { CurrentHistories } from './current-histories.js';
import { EventCatalogues } from './event-catalogues.js';
import type { SubjectProjection } from './projection.js';
import { ProjectionProgress } from './projection-progress.js';
import { ProjectionWorker } from './projection-worker.js';
import { Projections } from './projections.js';

/** Nest's name for the list of all projections: `readonly SubjectProjection[]`. */
export const PROJECTIONS = Symbol('Projections');
/** Nest's name for the event catalogues of all contexts: `readonly EventCatalogue[]`. */
export const EVENT_CATALOGUES = Symbol('EventCatalogues');

export interface ProjectionsModuleOptions {
  readonly projections: readonly SubjectProjection[];
  readonly catalogues: readonly EventCatalogue[];
}

/**
 * Provides the projections to the whole application. Needs EVENT_STORE and TypeORM's DataSource. Nothing runs by itself: the
 * worker process starts `ProjectionWorker`, and the web process only looks at `ProjectionProgress`.
 */
@Module({})
export class ProjectionsModule {
  static forRoot({ projections, catalogues }: ProjectionsModuleOptions): DynamicModule {
    return {
      module: ProjectionsModule,
      global: true,
      providers: [
        { provide: PROJECTIONS, useValue: projections },
        { provide: EVENT_CATALOGUES, useValue: catalogues },
        {
          provide: EventCatalogues,
          useFactory: (all: readonly EventCatalogue[]) => new EventCatalogues(all),
          inject: [EVENT_CATALOGUES],
        },
        {
          provide: Projections,
          useFactory: (
            all: readonly SubjectProjection[],
            known: EventCatalogues,
            store: EventStore,
            dataSource: DataSource,
          ) => new Projections(all, known, store, dataSource),
          inject: [PROJECTIONS, EventCatalogues, EVENT_STORE, DataSource],
        },
        {
          provide: ProjectionProgress,
          useFactory: (all: readonly SubjectProjection[], dataSource: DataSource) =>
            new ProjectionProgress(
              dataSource,
              all.map(({ name }) => name),
            ),
          inject: [PROJECTIONS, DataSource],
        },
        {
          provide: ProjectionWorker,
          useFactory: (all: Projections, store: EventStore) => new ProjectionWorker(all, store),
          inject: [Projections, EVENT_STORE],
        },
        {
          provide: PastReads,
          useFactory: (known: EventCatalogues, store: EventStore, dataSource: DataSource) =>
            new PastReads(store, new PastHistories(store, dataSource, known)),
          inject: [EventCatalogues, EVENT_STORE, DataSource],
        },
        {
          provide: CurrentHistories,
          useFactory: (
            known: EventCatalogues,
            store: EventStore,
            progress: ReadModelProgress,
            dataSource: DataSource,
          ) => new CurrentHistories(store, progress, dataSource, known),
          inject: [EventCatalogues, EVENT_STORE, READ_MODEL_PROGRESS, DataSource],
        },
        { provide: READ_MODEL_PROGRESS, useExisting: ProjectionProgress },
        { provide: PROJECTION_LAG, useExisting: Projections },
      ],
      exports: [
        EventCatalogues,
        Projections,
        ProjectionProgress,
        ProjectionWorker,
        PastReads,
        CurrentHistories,
        READ_MODEL_PROGRESS,
        PROJECTION_LAG,
      ],
    };
  }
}
