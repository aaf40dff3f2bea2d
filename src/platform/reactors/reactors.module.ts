import { Module, type DynamicModule, type ModuleMetadata, type Type } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { EVENT_STORE, type EventStore } from '../event-store/event-store.js';
import { OutboxDelivery } from '../outbox/outbox-delivery.js';
import { OutboxWorker } from '../outbox/outbox-worker.js';
import type { EffectReceiver } from '../outbox/outward-effect.js';
import { EventCatalogues } from '../projections/event-catalogues.js';
import { ReactorRunner } from './reactor-runner.js';
import { ReactorWorker } from './reactor-worker.js';
import type { Reactor } from './reactor.js';

export interface ReactorsModuleOptions {
  /** The modules that export the reactors. */
  readonly imports: NonNullable<ModuleMetadata['imports']>;
  /** The reactors' classes, each a provider of one of those modules. */
  readonly reactors: readonly Type<Reactor>[];
  /** The classes that carry out effects outside of the product, each a provider of one of those modules. */
  readonly receivers?: readonly Type<EffectReceiver>[];
}

/**
 * Provides the workers of the reactors and of the outbox. Needs EVENT_STORE, TypeORM's DataSource and EventCatalogues. Nothing
 * runs by itself: the worker process starts `ReactorWorker` and `OutboxWorker`, and no rebuild ever does.
 */
@Module({})
export class ReactorsModule {
  static forRoot({ imports, reactors, receivers = [] }: ReactorsModuleOptions): DynamicModule {
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
        {
          provide: OutboxWorker,
          useFactory: (dataSource: DataSource, ...all: readonly EffectReceiver[]) =>
            new OutboxWorker(new OutboxDelivery(dataSource, all)),
          inject: [DataSource, ...receivers],
        },
      ],
      exports: [ReactorWorker, OutboxWorker],
    };
  }
}
