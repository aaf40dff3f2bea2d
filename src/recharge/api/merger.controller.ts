import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { PlainDate } from '../../kernel/plain-date.js';
import { RequiresRole } from '../../platform/access/access-rule.js';
import { CommandContextOf } from '../../platform/access/current-actor.js';
import type { CommandContext } from '../../platform/event-store/command-context.js';
import type { Committed } from '../../platform/event-store/streams.js';
import { CommandAnswer } from '../../platform/http/versions/answer.js';
import { IfMatch } from '../../platform/http/versions/if-match.js';
import { Code, Day } from '../../platform/http/wire/fields.js';
import { ReferencePipe } from '../../platform/http/wire/reference.pipe.js';
import { caseReference, CaseReferenceAnswer, type CaseRecord } from '../../transfer-case/index.js';
import { MergeCase } from '../commands/merge-case.js';

/** The case that goes on, and why this one does not. */
export class MergerDto {
  @Code('The reference of the case that goes on.', 'TC-7F3K92QD1M')
  readonly into!: string;

  @Day('The day on which that was settled.', '2024-05-20')
  readonly mergedOn!: PlainDate;

  @Code('Why, as a code.', 'duplicate')
  readonly reasonCode!: string;

  @Code('What shows that both are one move, or that the person is another.', 'NOTE-2024-12')
  readonly documentReference!: string;
}

/** Merging a case is asked of those who charge for it, since a recharge may stand in the way. */
@ApiTags('Transfer cases: ending')
@ApiOkResponse({ type: CaseReferenceAnswer })
@Controller('v1/transfer-cases/:caseRef')
export class MergerController {
  constructor(private readonly commands: CommandBus) {}

  @Post('merger')
  @RequiresRole('direct-payment-worker')
  @ApiOperation({
    summary: 'Merge a duplicate case, or one of the wrong person, into the case that goes on',
    description:
      'The case takes no more and keeps its history; nothing is owed on it. What was issued of its recharge has to be credited first.',
  })
  async merge(
    @Param('caseRef', new ReferencePipe('TC')) caseRef: string,
    @Body() terms: MergerDto,
    @IfMatch() ifRevision: number,
    @CommandContextOf() context: CommandContext,
  ): Promise<CommandAnswer<Readonly<CaseReferenceAnswer>>> {
    const { into, mergedOn, reasonCode, documentReference } = terms;
    const merger = { into, mergedOn, reasonCode, documentReference };
    const command = new MergeCase(caseRef, merger, context, ifRevision);
    const committed = await this.commands.execute<MergeCase, Committed<CaseRecord>>(command);
    return CommandAnswer.done(committed, caseReference(committed.state));
  }
}
