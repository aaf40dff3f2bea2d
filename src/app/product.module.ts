import { Global, Module, type DynamicModule, type Provider } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { getDataSourceToken, TypeOrmModule, type TypeOrmModuleOptions } from '@nestjs/typeorm';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { AgreementModule } from '../agreement/index.js';
import { AuditModule } from '../audit/index.js';
import { PeopleModule, RestrictedScheduleModule } from '../people/index.js';
import { ClockModule } from '../platform/clock/clock.module.js';
import type { PeopleSettings } from '../platform/config/people-settings.js';
import {
  EVENT_STORE_SETTINGS,
  type EventStoreSettings,
} from '../platform/event-store/event-store-settings.js';
import { EventStoreModule } from '../platform/event-store/event-store.module.js';
import { dataSourceOptions } from '../platform/persistence/data-source.js';
import { OtherSchema, refuseOtherSchema } from '../platform/persistence/schema-state.js';
import { OtherTextOrder, refuseOtherTextOrder } from '../platform/persistence/text-order.js';
import { DATABASE_SETTINGS, type DatabaseSettings } from '../platform/persistence/database-settings.js';
import { ProjectionsModule } from '../platform/projections/projections.module.js';
import { ReactorsModule } from '../platform/reactors/reactors.module.js';
import { RechargeModule } from '../recharge/index.js';
import { SimulationModule } from '../simulation/index.js';
import { StaffModule } from '../staff/index.js';
import { TransferCaseModule } from '../transfer-case/index.js';
import { WorkforceModule } from '../workforce/index.js';
import { allCatalogues, allEntities, allProjections, allReactors } from './composition.js';

/** Where the product keeps what it knows. */
export interface ProductStores {
  readonly database: DatabaseSettings;
  readonly eventStore: EventStoreSettings;
  readonly people: PeopleSettings;
  /** Tells the database of one application from that of another in the same process. */
  readonly databaseName?: string;
}

@Global()
@Module({})
class StoreSettingsModule {
  static forRoot({ database, eventStore, databaseName }: ProductStores): DynamicModule {
    return {
      module: StoreSettingsModule,
      providers: [
        { provide: DATABASE_SETTINGS, useValue: database },
        { provide: EVENT_STORE_SETTINGS, useValue: eventStore },
        ...aliasesOf(databaseName),
      ],
      exports: [DATABASE_SETTINGS, EVENT_STORE_SETTINGS, ...aliasesOf(databaseName)],
    };
  }
}

/** Whoever asks for the database gets that of its own application, whatever its name. */
function aliasesOf(databaseName: string | undefined): Provider[] {
  if (databaseName === undefined) return [];
  return [{ provide: DataSource, useExisting: getDataSourceToken(databaseName) }];
}

/**
 * Connects before anything of the product asks for a table or a role, so that a database of another version or with text in
 * another order is refused as what it is.
 */
async function openOwnSchema(options?: DataSourceOptions): Promise<DataSource> {
  if (options === undefined) throw new Error('The database has no settings');
  const database = await new DataSource(options).initialize();
  try {
    await refuseOtherTextOrder(database);
    await refuseOtherSchema(database);
    return database;
  } catch (fault) {
    await database.destroy();
    throw fault;
  }
}

/**
 * The whole product on one database and one event store: what the web process, the worker and the operator's commands are made
 * of.
 *
 * @throws OtherSchema when the database is older or newer than the code.
 * @throws OtherTextOrder when it keeps or orders text in another way.
 */
@Module({})
export class ProductModule {
  static forRoot(stores: ProductStores): DynamicModule {
    return {
      module: ProductModule,
      imports: [
        StoreSettingsModule.forRoot(stores),
        TypeOrmModule.forRootAsync({
          ...(stores.databaseName !== undefined && { name: stores.databaseName }),
          useFactory: (): TypeOrmModuleOptions => ({
            ...dataSourceOptions(stores.database, allEntities),
            ...(stores.databaseName !== undefined && { name: stores.databaseName }),
            // A database that is away may come; one of another version does not become ours by waiting.
            toRetry: (fault: unknown) => !(fault instanceof OtherSchema || fault instanceof OtherTextOrder),
          }),
          dataSourceFactory: openOwnSchema,
        }),
        ClockModule,
        CqrsModule.forRoot(),
        EventStoreModule,
        ProjectionsModule.forRoot({ projections: allProjections, catalogues: allCatalogues }),
        AgreementModule,
        StaffModule,
        TransferCaseModule,
        WorkforceModule,
        RechargeModule,
        SimulationModule,
        AuditModule,
        PeopleModule.forRoot(stores.people),
        RestrictedScheduleModule,
        ReactorsModule.forRoot({ imports: [WorkforceModule], reactors: allReactors }),
      ],
    };
  }
}
