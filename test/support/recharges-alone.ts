import 'reflect-metadata';
import { Global, Module, type DynamicModule } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { TypeOrmModule } from '@nestjs/typeorm';
import { agreementCatalogues } from '../../src/agreement/index.js';
import { ClockModule } from '../../src/platform/clock/clock.module.js';
import { EventStoreModule } from '../../src/platform/event-store/event-store.module.js';
import { dataSourceOptions } from '../../src/platform/persistence/data-source.js';
import {
  DATABASE_SETTINGS,
  type DatabaseSettings,
} from '../../src/platform/persistence/database-settings.js';
import { ProjectionsModule } from '../../src/platform/projections/projections.module.js';
import { IDENTITY_CHECK } from '../../src/recharge/index.js';
import { RechargeModule } from '../../src/recharge/recharge.module.js';
import {
  rechargeCatalogues,
  rechargeEntities,
  rechargeProjections,
} from '../../src/recharge/recharge.parts.js';
import {
  TransferCaseModule,
  transferCaseCatalogues,
  transferCaseEntities,
  transferCaseProjections,
} from '../../src/transfer-case/index.js';
import {
  workforceCatalogues,
  workforceEntities,
  WorkforceModule,
  workforceProjections,
} from '../../src/workforce/index.js';
import { namesNobody } from './names-nobody.js';

/** Recharges with what they rest on, and nothing else of the product. */
@Global()
@Module({})
export class RechargesAlone {
  static on(settings: DatabaseSettings): DynamicModule {
    const entities = [...transferCaseEntities, ...workforceEntities, ...rechargeEntities];
    const projections = [...transferCaseProjections, ...workforceProjections, ...rechargeProjections];
    const catalogues = [
      ...agreementCatalogues,
      ...transferCaseCatalogues,
      ...workforceCatalogues,
      ...rechargeCatalogues,
    ];
    return {
      module: RechargesAlone,
      imports: [
        TypeOrmModule.forRoot(dataSourceOptions(settings, entities)),
        ClockModule,
        CqrsModule.forRoot(),
        EventStoreModule,
        ProjectionsModule.forRoot({ projections, catalogues }),
        TransferCaseModule,
        WorkforceModule,
        RechargeModule,
      ],
      providers: [
        { provide: DATABASE_SETTINGS, useValue: settings },
        { provide: IDENTITY_CHECK, useValue: namesNobody },
      ],
      exports: [DATABASE_SETTINGS, IDENTITY_CHECK],
    };
  }
}
