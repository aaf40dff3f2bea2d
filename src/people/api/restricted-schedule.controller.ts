import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { RequiresRole } from '../../platform/access/access-rule.js';
import { CommandContextOf } from '../../platform/access/current-actor.js';
import type { CommandContext } from '../../platform/event-store/command-context.js';
import { StrictRateLimit } from '../../platform/http/request/strict-rate-limit.js';
import { ReferencePipe } from '../../platform/http/wire/reference.pipe.js';
import { RechargesQuery } from '../../recharge/index.js';
import { TransferCases } from '../../transfer-case/index.js';
import { RestrictedScheduleAnswer, scheduleAnswer } from './restricted-schedule.answer.js';
import { INVOICE_VALIDATION, ReadPeople } from '../records/read-people.js';

/** What an ICB has to know of the person to check a document, which itself names nobody. */
@ApiTags('Recharges')
@RequiresRole('direct-payment-worker', 'phb-worker')
@Controller('v1/recharges/:rechargeRef')
export class RestrictedScheduleController {
  constructor(
    private readonly recharges: RechargesQuery,
    private readonly cases: TransferCases,
    private readonly people: ReadPeople,
  ) {}

  @Get('restricted-schedule')
  @StrictRateLimit()
  @ApiOperation({
    summary: 'Show who the person of a recharge is, for the part that goes apart from the document',
    description:
      'For those who work the case; finance goes by the reference of the case. It goes to the other body by a secure way of its own, never with the document. The details are those that your organisation recorded. That you read them is recorded in the access log first.',
  })
  @ApiOkResponse({ type: RestrictedScheduleAnswer })
  async show(
    @Param('rechargeRef', new ReferencePipe('RC')) rechargeRef: string,
    @CommandContextOf() context: CommandContext,
  ): Promise<Readonly<RestrictedScheduleAnswer>> {
    const found = await this.recharges.get(context.actor, rechargeRef);
    const { state } = await this.cases.get(found.recharge.caseRef, context.actor);
    const person = await this.people.find(state.personReference, INVOICE_VALIDATION, context, [
      'name',
      'nhs-number',
      'birth-date',
    ]);
    return scheduleAnswer(found, state.personReference, person);
  }
}
