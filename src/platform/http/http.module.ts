import { randomBytes } from 'node:crypto';
import { Global, Module } from '@nestjs/common';
import { APP_FILTER, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import { DataSource } from 'typeorm';
import { KEY_ENCRYPTION, type KeyEncryption } from '../sealing/key-encryption.js';
import { FreshnessInterceptor } from './freshness/freshness.interceptor.js';
import { IdempotencyJanitor } from './idempotency/idempotency-janitor.js';
import { IdempotencyKeys } from './idempotency/idempotency-keys.js';
import { IdempotencyInterceptor } from './idempotency/idempotency.interceptor.js';
import { InsideApi } from './inside/inside-api.js';
import { OpenApiController } from './openapi/openapi.controller.js';
import { OpenApiHolder } from './openapi/openapi-holder.js';
import { ProblemCatalogue } from './problems/problem-catalogue.js';
import { ProblemFilter } from './problems/problem.filter.js';
import { ProblemsController } from './problems/problems.controller.js';
import { NoStrayQueryInterceptor } from './validation/no-stray-query.interceptor.js';
import { StrictValidationPipe } from './validation/strict-validation.pipe.js';
import { AnswerInterceptor } from './versions/answer.interceptor.js';

/** No organisation has this name. */
const COMMANDS = 'idempotency keys';
const SECRET_BYTES = 32;

/**
 * The rules that hold for every route. Interceptors run from the first to the last and see the answer the other way
 * round: the idempotent one keeps what the answering one made of what the handler returned, and the freshness one has the
 * handler itself look again.
 */
@Global()
@Module({
  controllers: [ProblemsController, OpenApiController],
  providers: [
    ProblemCatalogue,
    OpenApiHolder,
    {
      provide: IdempotencyKeys,
      inject: [DataSource, { token: KEY_ENCRYPTION, optional: true }],
      useFactory: async (database: DataSource, keys?: KeyEncryption) =>
        new IdempotencyKeys(database, (await keys?.indexKey(COMMANDS)) ?? randomBytes(SECRET_BYTES)),
    },
    IdempotencyJanitor,
    InsideApi,
    { provide: APP_FILTER, useClass: ProblemFilter },
    { provide: APP_PIPE, useClass: StrictValidationPipe },
    { provide: APP_INTERCEPTOR, useClass: IdempotencyInterceptor },
    { provide: APP_INTERCEPTOR, useClass: AnswerInterceptor },
    { provide: APP_INTERCEPTOR, useClass: FreshnessInterceptor },
    { provide: APP_INTERCEPTOR, useClass: NoStrayQueryInterceptor },
  ],
  exports: [ProblemCatalogue, OpenApiHolder, InsideApi],
})
export class HttpModule {}
