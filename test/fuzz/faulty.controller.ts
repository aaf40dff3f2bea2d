import { Controller, Get, HttpCode, Post, Req, Res, SetMetadata } from '@nestjs/common';
import { ApiBody, ApiOkResponse } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DataSource } from 'typeorm';
import { FieldRefused } from '../../src/kernel/refusal.js';
import { ACCESS_RULE, RequiresRole, type AccessRule } from '../../src/platform/access/access-rule.js';
import { WithoutIdempotencyKey } from '../../src/platform/http/idempotency/without-idempotency-key.js';
import { Problem } from '../../src/platform/http/problems/problem.js';
import { requestFactsOf } from '../../src/platform/http/request/request-facts.js';
import { MoneyDto } from '../../src/platform/http/wire/money.dto.js';
import { ChangeThingDto } from '../support/sample-api/things.dto.js';

/** A reference that only one area may see. */
export const SECRET_REFERENCE = 'TC-SECRET0001';

/** Of what the server says it cannot do just now: at once, so that no test has to wait. */
const RETRY_SECONDS = '0';

const money = { amount: '842.00', currency: 'GBP' };

/** Every fault that the fuzzer has to find, one a route. */
@ApiOkResponse({ type: MoneyDto })
@RequiresRole('auditor', 'direct-payment-worker')
@Controller('v1/faulty')
export class FaultyController {
  private asked = 0;

  constructor(private readonly database: DataSource) {}

  @Get('sound')
  @ApiOkResponse({ type: MoneyDto })
  sound(): object {
    return money;
  }

  @Get('five-hundred')
  @ApiOkResponse({ type: MoneyDto })
  fail(): never {
    throw new Error('This one is meant');
  }

  /** Every second time it can be done. */
  @Get('busy')
  @ApiOkResponse({ type: MoneyDto })
  busy(): object {
    this.asked += 1;
    if (this.asked % 2 === 1) throw refusedForNow();
    return money;
  }

  @Get('never-served')
  @ApiOkResponse({ type: MoneyDto })
  neverServed(): never {
    throw refusedForNow();
  }

  @Get('wrong-schema')
  @ApiOkResponse({ type: MoneyDto })
  wrongSchema(): object {
    return { ...money, amount: 842 };
  }

  @Get('undescribed')
  @ApiOkResponse({ type: MoneyDto })
  @HttpCode(206)
  undescribed(@Res({ passthrough: true }) reply: FastifyReply): object {
    void reply.status(203);
    return money;
  }

  @Get('stack')
  @ApiOkResponse({ type: MoneyDto })
  stack(): object {
    return { ...money, why: new Error('This one is meant').stack };
  }

  @Get('headers')
  @ApiOkResponse({ type: MoneyDto })
  headers(@Res({ passthrough: true }) reply: FastifyReply): object {
    void reply.header('cache-control', 'public').header('x-powered-by', 'a server');
    return money;
  }

  /** Anybody may, though the description says otherwise. */
  @Get('open')
  @SetMetadata<string, AccessRule>(ACCESS_RULE, { public: true })
  @ApiOkResponse({ type: MoneyDto })
  open(): object {
    return money;
  }

  @Get('secret')
  @ApiOkResponse({ type: MoneyDto })
  secret(): object {
    return { ...money, caseRef: SECRET_REFERENCE };
  }

  /** Takes whatever comes. */
  @Post('lenient')
  @HttpCode(200)
  @WithoutIdempotencyKey()
  @ApiBody({ type: ChangeThingDto })
  @ApiOkResponse({ type: MoneyDto })
  lenient(): object {
    return money;
  }

  /** Says no, and has stored an event all the same. */
  @Post('stores')
  @WithoutIdempotencyKey()
  @ApiOkResponse({ type: MoneyDto })
  async stores(@Req() request: FastifyRequest): Promise<never> {
    const { correlationId } = requestFactsOf(request);
    await this.database.query(
      `INSERT INTO event_store.events
         (position, stream, revision, event_id, type, schema_version, data, metadata, recorded_at, hash)
       SELECT coalesce(max(position), 0) + 1, gen_random_uuid()::text, 1, gen_random_uuid(), 'sample.happened', 1, '{}',
         convert_to($1, 'UTF8'), now(), '' FROM event_store.events`,
      [JSON.stringify({ correlationId })],
    );
    throw new FieldRefused('/amount', 'never-right', 'It is refused, whatever it is');
  }
}

function refusedForNow(): Problem {
  return new Problem('busy', 'Try again in a moment.', { headers: { 'retry-after': RETRY_SECONDS } });
}
