import { Global, Module, type DynamicModule } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AgreementModule } from '../agreement/index.js';
import { AuditModule } from '../audit/index.js';
import { ClockModule } from '../platform/clock/clock.module.js';
import {
  EVENT_STORE_SETTINGS,
  type EventStoreSettings,
} from '../platform/event-store/event-store-settings.js';
import { EventStoreModule } from '../platform/event-store/event-store.module.js';
import { dataSourceOptions } from '../platform/persistence/data-source.js';
import { DATABASE_SETTINGS, type DatabaseSettings } from '../platform/persistence/database-settings.js';
import { ProjectionsModule } from '../platform/projections/projections.module.js';
import { ReactorsModule } from '../platform/reactors/reactors.module.js';
import { RechargeModule } from '../recharge/index.js';
import { SimulationModule } from '../simulation/index.js';
import { TransferCaseModule } from '../transfer-case/index.js';
import { WorkforceModule } from '../workforce/index.js';
import { allCatalogues, allEntities, allProjections, allReactors } from './composition.js';

/** Where the product keeps what it knows. */
export interface ProductStores {
  readonly database: DatabaseSettings;
  readonly eventStore: EventStoreSettings;
}

@Global()
@Module({})
class StoreSettingsModule {
  static forRoot({ database, eventStore }: ProductStores): DynamicModule {
    return {
      module: StoreSettingsModule,
      providers: [
        { provide: DATABASE_SETTINGS, useValue: database },
        { provide: EVENT_STORE_SETTINGS, useValue: eventStore },
      ],
      exports: [DATABASE_SETTINGS, EVENT_STORE_SETTINGS],
    };
  }
}

/** The whole product on one database and one event store: what the web process, the worker and the operator's commands are made of. */
@Module({})
export class ProductModule {
  static forRoot(stores: ProductStores): DynamicModule {
    return {
      module: ProductModule,
      imports: [
        StoreSettingsModule.forRoot(stores),
        TypeOrmModule.forRoot(dataSourceOptions(stores.database, allEntities)),
        ClockModule,
        CqrsModule.forRoot(),
        EventStoreModule,
        ProjectionsModule.forRoot({ projections: allProjections, catalogues: allCatalogues }),
        AgreementModule,
        TransferCaseModule,
        WorkforceModule,
        RechargeModule,
        SimulationModule,
        AuditModule,
        ReactorsModule.forRoot({ imports: [WorkforceModule], reactors: allReactors }),
      ],
    };
  }
}
