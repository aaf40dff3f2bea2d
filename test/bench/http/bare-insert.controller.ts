import { Controller, HttpCode, Inject, Module, Post, type DynamicModule } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { ProductModule, type ProductStores } from '../../../src/app/product.module.js';
import { Public } from '../../../src/platform/access/access-rule.js';
import { WithoutIdempotencyKey } from '../../../src/platform/http/idempotency/without-idempotency-key.js';
import { sampleText } from '../sample.js';

export const BARE_INSERT_PATH = '/bench/bare-insert';

/** What a command is held against: the same server, one durable INSERT, and nothing else. The product has no such route. */
@ApiExcludeController()
@Controller()
class BareInsertController {
  constructor(@Inject(DataSource) private readonly database: DataSource) {}

  @Public()
  @WithoutIdempotencyKey()
  @HttpCode(204)
  @Post(BARE_INSERT_PATH)
  async insert(): Promise<void> {
    await this.database.query('INSERT INTO bench_bare (data) VALUES ($1)', [sampleText]);
  }
}

/** The whole product and the bare route beside it. */
@Module({})
export class MeasuredProduct {
  static on(stores: ProductStores): DynamicModule {
    return {
      module: MeasuredProduct,
      imports: [ProductModule.forRoot(stores)],
      controllers: [BareInsertController],
    };
  }
}
