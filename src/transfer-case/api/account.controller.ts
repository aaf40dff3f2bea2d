import { Body, Controller, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { periodOfDays, type Period } from '../../kernel/period.js';
import type { PlainDate } from '../../kernel/plain-date.js';
import { FieldRefused } from '../../kernel/refusal.js';
import { RequiresRole } from '../../platform/access/access-rule.js';
import { CommandContextOf } from '../../platform/access/current-actor.js';
import type { CommandContext } from '../../platform/event-store/command-context.js';
import { correcting } from '../../platform/http/wire/corrects.dto.js';
import { IfMatch } from '../../platform/http/versions/if-match.js';
import { toPence } from '../../platform/http/wire/money.dto.js';
import { CloseAccount } from '../commands/close-account.js';
import { ReclaimBalance } from '../commands/reclaim-balance.js';
import { RecordOneOff } from '../commands/record-one-off.js';
import { StateOpeningBalance } from '../commands/state-opening-balance.js';
import { CaseReferenceAnswer } from './answers/case-reference.answer.js';
import { CASE_PATH, CaseCommandsController, CaseRef, given } from './case-commands.controller.js';
import {
  AccountCloseDto,
  BalanceReclaimDto,
  OneOffPaymentDto,
  OpeningBalanceDto,
  type OneOffApprovalDto,
} from './requests/account.dto.js';

/** What was bought from the direct payment besides the weeks of care, and what its account held. */
@ApiTags('Transfer cases: account')
@ApiOkResponse({ type: CaseReferenceAnswer })
@Controller(CASE_PATH)
export class AccountController extends CaseCommandsController {
  @Post('one-offs')
  @RequiresRole('council-finance')
  @ApiOperation({
    summary: 'Record a one-off payment, its receipt and its approval',
    description:
      'Who bears it follows from its kind by the local agreement; GET liabilities shows which part and why.',
  })
  recordOneOff(
    @CaseRef() caseRef: string,
    @Body()
    { receiptReference, kind, incurredOn, amount, from, lastDay, approval, corrects }: OneOffPaymentDto,
    @IfMatch() ifRevision: number,
    @CommandContextOf() context: CommandContext,
  ) {
    const terms = {
      receiptReference,
      kind,
      incurredOn,
      amountPence: toPence(amount),
      ...given('benefit', benefitOf(from, lastDay)),
      ...given('approval', approval && approvalOf(approval)),
      ...given('corrects', corrects?.eventId),
    };
    return this.send(new RecordOneOff(caseRef, terms, correcting(context, corrects), ifRevision));
  }

  @Post('opening-balance')
  @RequiresRole('council-finance')
  @ApiOperation({ summary: 'Say what the account held as liability began' })
  stateOpeningBalance(
    @CaseRef() caseRef: string,
    @Body() { balanceOn, balance, statementReference, corrects }: OpeningBalanceDto,
    @IfMatch() ifRevision: number,
    @CommandContextOf() context: CommandContext,
  ) {
    const terms = {
      balanceOn,
      balancePence: toPence(balance),
      statementReference,
      ...given('corrects', corrects?.eventId),
    };
    return this.send(new StateOpeningBalance(caseRef, terms, correcting(context, corrects), ifRevision));
  }

  @Post('account-close')
  @RequiresRole('council-finance')
  @ApiOperation({ summary: 'Close the account of the direct payment' })
  closeAccount(
    @CaseRef() caseRef: string,
    @Body() { closedOn, balance, statementReference, corrects }: AccountCloseDto,
    @IfMatch() ifRevision: number,
    @CommandContextOf() context: CommandContext,
  ) {
    const terms = {
      closedOn,
      balancePence: toPence(balance),
      statementReference,
      ...given('corrects', corrects?.eventId),
    };
    return this.send(new CloseAccount(caseRef, terms, correcting(context, corrects), ifRevision));
  }

  @Post('balance-reclaim')
  @RequiresRole('council-finance')
  @ApiOperation({
    summary: 'Say what the council took back from the account',
    description: 'Money of the bridging weeks that was not spent is credited to the NHS body.',
  })
  reclaimBalance(
    @CaseRef() caseRef: string,
    @Body() { reclaimedOn, amount, reclaimReference, corrects }: BalanceReclaimDto,
    @IfMatch() ifRevision: number,
    @CommandContextOf() context: CommandContext,
  ) {
    const terms = {
      reclaimedOn,
      amountPence: toPence(amount),
      reclaimReference,
      ...given('corrects', corrects?.eventId),
    };
    return this.send(new ReclaimBalance(caseRef, terms, correcting(context, corrects), ifRevision));
  }
}

/** Both ends of the days that a payment is good for, or neither. */
function benefitOf(from: PlainDate | undefined, lastDay: PlainDate | undefined): Period | undefined {
  if (from === undefined && lastDay === undefined) return undefined;
  if (from === undefined || lastDay === undefined) {
    const absent = from === undefined ? '/from' : '/lastDay';
    throw new FieldRefused(
      absent,
      'half-a-period',
      'The days that it is good for have a first and a last day',
    );
  }
  if (lastDay < from) throw new FieldRefused('/lastDay', 'out-of-order', 'The last day is before the first');
  return periodOfDays(from, lastDay);
}

/** Leaves out what was not sent. */
function approvalOf({ outcome, by, on }: OneOffApprovalDto) {
  return { outcome, ...given('by', by), ...given('on', on) };
}
