import { Module, type DynamicModule } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { systemClock } from '../../kernel/clock.js';
import type { WebSettings } from '../config/web-settings.js';
import { BuildInfo } from './build-info.js';
import { HealthController } from './health.controller.js';
import { PROJECTION_LAG, type ProjectionLag } from './projection-lag.js';
import { Readiness } from './readiness.js';

/** The public routes under `/health`, `/info` and `/ping`. */
@Module({})
export class HealthModule {
  static forRoot({ maxLagEvents }: Pick<WebSettings, 'maxLagEvents'>): DynamicModule {
    return {
      module: HealthModule,
      controllers: [HealthController],
      providers: [
        {
          provide: Readiness,
          inject: [DataSource, PROJECTION_LAG],
          useFactory: (database: DataSource, lag: ProjectionLag) =>
            new Readiness(database, lag, maxLagEvents),
        },
        { provide: BuildInfo, useFactory: () => BuildInfo.read(systemClock) },
      ],
    };
  }
}
