import { Module, type DynamicModule, type ModuleMetadata, type Type } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { EVENT_STORE, type EventStore } from '../event-store/event-store.js';
import { EventCatalogues } from '../projections/event-catalogues.js';
import { ReactorRunner } from './reactor-runner.js';
import { ReactorWorker } from './reactor-worker.js';
import type { Reactor } from './reactor.js';

export interface ReactorsModuleOptions {
  /** The modules that export the reactors. */
  readonly imports: NonNullable<ModuleMetadata['imports']>;
  /** The reactors' classes, each a provider of one of those modules. */
  readonly reactors: readonly Type<Reactor>[];
}

/**
 * Provides the reactors' worker. Needs EVENT_STORE, TypeORM's DataSource and EventCatalogues. Nothing runs by itself: the
 * worker process starts `ReactorWorker`, and no rebuild ever does.
 */
@Module({})
export class ReactorsModule {
  static forRoot({ imports, reactors }: ReactorsModuleOptions): DynamicModule {
    return {
      module: ReactorsModule,
      imports,
      providers: [
        {
          provide: ReactorWorker,
          useFactory: (
            store: EventStore,
            dataSource: DataSource,
            catalogues: EventCatalogues,
            ...all: readonly Reactor[]
          ) =>
            new ReactorWorker(
              all.map((reactor) => new ReactorRunner(reactor, { store, dataSource, catalogues })),
              store,
            ),
          inject: [EVENT_STORE, DataSource, EventCatalogues, ...reactors],
        },
      ],
      exports: [ReactorWorker],
    };
  }
}
