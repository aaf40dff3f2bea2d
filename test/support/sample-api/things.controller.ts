import { Body, Controller, Get, NotFoundException, Param, Post, Query } from '@nestjs/common';
import type { Actor } from '../../../src/kernel/event.js';
import { pence } from '../../../src/kernel/pence.js';
import { record, text } from '../../../src/kernel/shape.js';
import { RequiresRole } from '../../../src/platform/access/access-rule.js';
import { CommandContextOf, CurrentActor } from '../../../src/platform/access/current-actor.js';
import type { CommandContext } from '../../../src/platform/event-store/command-context.js';
import { decodeCursor, encodeCursor } from '../../../src/platform/http/paging/cursor.js';
import { PageAnswer } from '../../../src/platform/http/paging/page-answer.js';
import { CommandAnswer, ReadAnswer } from '../../../src/platform/http/versions/answer.js';
import { IfMatch } from '../../../src/platform/http/versions/if-match.js';
import { moneyOf, toPence } from '../../../src/platform/http/wire/money.dto.js';
import { ReferencePipe } from '../../../src/platform/http/wire/reference.pipe.js';
import { AddThingDto, ChangeThingDto, ThingsQuery } from './things.dto.js';
import { Things, type Thing } from './things.js';

const place = record({ reference: text });
const wire = ({ reference, weeklyPence }: Thing) => ({
  reference,
  weeklyAmount: moneyOf(pence(weeklyPence)),
});

/** A controller as the contexts write them, over things in memory. */
@Controller('v1/things')
export class ThingsController {
  constructor(private readonly things: Things) {}

  @Post()
  @RequiresRole('direct-payment-worker', 'council-finance')
  async add(@Body() body: AddThingDto, @CommandContextOf() context: CommandContext) {
    const { thing, committed } = await this.things.add(toPence(body.weeklyAmount));
    return CommandAnswer.created(committed, `/v1/things/${thing.reference}`, { ...wire(thing), context });
  }

  @Post(':reference/changes')
  @RequiresRole('direct-payment-worker')
  async change(
    @Param('reference', new ReferencePipe('TC')) reference: string,
    @IfMatch() ifRevision: number,
    @Body() body: ChangeThingDto,
  ) {
    return CommandAnswer.nothing(await this.things.change(reference, ifRevision, toPence(body.weeklyAmount)));
  }

  @Get()
  @RequiresRole('direct-payment-worker', 'auditor')
  list(@Query() { cursor, limit }: ThingsQuery) {
    const after = cursor === undefined ? '' : decodeCursor(cursor, place).reference;
    const rows = this.things.list().filter(({ reference }) => reference > after);
    return PageAnswer.of(rows.slice(0, limit + 1).map(wire), limit, ({ reference }) =>
      encodeCursor({ reference }),
    );
  }

  @Get(':reference')
  @RequiresRole('direct-payment-worker', 'auditor')
  read(@Param('reference', new ReferencePipe('TC')) reference: string) {
    const thing = this.things.find(reference);
    if (thing === undefined) throw new NotFoundException();
    return ReadAnswer.of(wire(thing), thing.revision);
  }

  @Get(':reference/actor')
  @RequiresRole('auditor', 'direct-payment-worker')
  actor(@CurrentActor() actor: Actor) {
    return actor;
  }
}
