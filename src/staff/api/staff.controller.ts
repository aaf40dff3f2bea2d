import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query } from '@nestjs/common';
import { CommandBus, type ICommand } from '@nestjs/cqrs';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { todayInLondon, type Clock } from '../../kernel/clock.js';
import type { Actor } from '../../kernel/event.js';
import { addDays } from '../../kernel/plain-date.js';
import { record, text } from '../../kernel/shape.js';
import { RequiresRole } from '../../platform/access/access-rule.js';
import { CommandContextOf, CurrentActor } from '../../platform/access/current-actor.js';
import { StaffDirectory } from '../../platform/access/staff-directory.js';
import { CLOCK } from '../../platform/clock/clock.module.js';
import type { CommandContext } from '../../platform/event-store/command-context.js';
import type { Committed } from '../../platform/event-store/streams.js';
import { decodeCursor, encodeCursor } from '../../platform/http/paging/cursor.js';
import { AnswersPageOf } from '../../platform/http/paging/describe-page.js';
import { PageAnswer } from '../../platform/http/paging/page-answer.js';
import { CommandAnswer } from '../../platform/http/versions/answer.js';
import { toPence } from '../../platform/http/wire/money.dto.js';
import { ReferencePipe } from '../../platform/http/wire/reference.pipe.js';
import { DecideRight } from '../commands/decide-right.js';
import { EndRight } from '../commands/end-right.js';
import { EndSessions } from '../commands/end-sessions.js';
import { RecordAccount } from '../commands/record-account.js';
import { RecordSamePerson } from '../commands/record-same-person.js';
import { RequestRight, type RequestedRight } from '../commands/request-right.js';
import { STAFF_PREFIX, staffRefOf, type StaffMember } from '../commands/vocabulary.js';
import { WithdrawSamePerson } from '../commands/withdraw-same-person.js';
import { StaffRightsQuery, type AccountWithRights } from '../projections/staff-rights/staff-rights.query.js';
import { GrantPipe } from './grant.pipe.js';
import { namedIn, RightReference, StaffAnswer, staffAnswer, StaffReference } from './staff-answers.js';
import {
  AccountDto,
  RightEndDto,
  RightRefusalDto,
  RightRequestDto,
  SamePersonDto,
  SamePersonWithdrawalDto,
  SessionsEndDto,
  StaffQueryDto,
} from './staff-requests.js';

const place = record({ after: text });
const staffRef = () => Param('staffRef', new ReferencePipe(STAFF_PREFIX));
const grantRef = () => Param('grant', new GrantPipe());

/** Who may do what in your organisation. A right takes two administrators; its end takes one. */
@ApiTags('Staff')
@RequiresRole('administrator')
@Controller('v1/staff')
export class StaffController {
  constructor(
    private readonly commands: CommandBus,
    private readonly rights: StaffRightsQuery,
    private readonly directory: StaffDirectory,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @RequiresRole('administrator', 'auditor')
  @ApiOperation({ summary: 'List the members of staff of your organisation with their rights' })
  @AnswersPageOf(StaffAnswer)
  async list(
    @Query() { limit, cursor, right }: StaffQueryDto,
    @CurrentActor() { organisation }: Actor,
  ): Promise<PageAnswer<Readonly<StaffAnswer>>> {
    const after = cursor === undefined ? undefined : decodeCursor(cursor, place).after;
    const found = await this.rights.list(organisation, {
      limit: limit + 1,
      ...(after !== undefined && { afterStaff: after }),
      ...(right !== undefined && { withRight: right }),
    });
    return PageAnswer.of(await this.answers(found), limit, ({ staff }) => encodeCursor({ after: staff }));
  }

  @Get(':staffRef')
  @RequiresRole('administrator', 'auditor')
  @ApiOperation({ summary: 'Show a member of staff with the rights in your organisation, past and to come' })
  @ApiOkResponse({ type: StaffAnswer })
  async show(
    @staffRef() staff: string,
    @CurrentActor() { organisation }: Actor,
  ): Promise<Readonly<StaffAnswer>> {
    const [answer] = await this.answers([await this.rights.get(organisation, staff)]);
    if (answer === undefined) throw new TypeError('Whoever is found is answered');
    return answer;
  }

  @Post()
  @ApiOperation({
    summary: 'Make an account known to your organisation',
    description: 'It gives no right: those are requested for it afterwards.',
  })
  @ApiCreatedResponse({ type: StaffReference })
  async recordAccount(
    @Body() account: AccountDto,
    @CommandContextOf() context: CommandContext,
  ): Promise<CommandAnswer<Readonly<StaffReference>>> {
    const committed = await this.send(new RecordAccount(account, context));
    const staff = staffRefOf(account);
    return CommandAnswer.created(committed, `/v1/staff/${staff}`, { staff });
  }

  @Post(':staffRef/rights')
  @ApiOperation({
    summary: 'Request a right for somebody else',
    description: 'Another administrator grants it. Until then nothing can be done by it.',
  })
  @ApiCreatedResponse({ type: RightReference })
  async request(
    @staffRef() staff: string,
    @Body() wanted: RightRequestDto,
    @CommandContextOf() context: CommandContext,
  ): Promise<CommandAnswer<Readonly<RightReference>>> {
    const committed = await this.send(new RequestRight(staff, rightOf(wanted), context));
    const { state } = committed;
    const right = state.stage === 'known' ? state.rights.at(-1) : undefined;
    if (right === undefined) throw new TypeError('A request leaves a right behind');
    const { grant, stage } = right;
    return CommandAnswer.created(committed, `/v1/staff/${staff}`, { grant, stage });
  }

  @Post(':staffRef/rights/:grant/approvals')
  @HttpCode(200)
  @ApiOperation({ summary: 'Grant the right that another administrator requested' })
  @ApiOkResponse({ type: RightReference })
  async grant(
    @staffRef() staff: string,
    @grantRef() grant: string,
    @CommandContextOf() context: CommandContext,
  ): Promise<CommandAnswer<Readonly<RightReference>>> {
    return this.done(new DecideRight(staff, grant, { is: 'granted' }, context), grant);
  }

  @Post(':staffRef/rights/:grant/refusals')
  @HttpCode(200)
  @ApiOperation({ summary: 'Refuse the right that another administrator requested' })
  @ApiOkResponse({ type: RightReference })
  async refuse(
    @staffRef() staff: string,
    @grantRef() grant: string,
    @Body() { reason: reasonCode }: RightRefusalDto,
    @CommandContextOf() context: CommandContext,
  ): Promise<CommandAnswer<Readonly<RightReference>>> {
    return this.done(new DecideRight(staff, grant, { is: 'refused', reasonCode }, context), grant);
  }

  @Post(':staffRef/rights/:grant/ends')
  @HttpCode(200)
  @ApiOperation({
    summary: 'End a right, at once or after a last day',
    description: 'From the next request on, nothing can be done by a right that ended at once.',
  })
  @ApiOkResponse({ type: RightReference })
  async end(
    @staffRef() staff: string,
    @grantRef() grant: string,
    @Body() { lastDay, reason: reasonCode }: RightEndDto,
    @CommandContextOf() context: CommandContext,
  ): Promise<CommandAnswer<Readonly<RightReference>>> {
    const end = { reasonCode, ...(lastDay !== undefined && { until: addDays(lastDay, 1) }) };
    return this.done(new EndRight(staff, grant, end, context), grant);
  }

  @Post(':staffRef/same-person')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Record that an account is another one of a person',
    description:
      'Each account keeps its own rights. What takes two people is refused to the two accounts. Refused where an account of either person has rights in other organisations and none in yours.',
  })
  @ApiOkResponse({ type: StaffReference })
  async samePerson(
    @staffRef() staff: string,
    @Body() { samePersonAs, reason }: SamePersonDto,
    @CommandContextOf() context: CommandContext,
  ): Promise<CommandAnswer<Readonly<StaffReference>>> {
    const other = new ReferencePipe(STAFF_PREFIX).transform(samePersonAs);
    return CommandAnswer.done(await this.send(new RecordSamePerson(staff, other, reason, context)), {
      staff,
    });
  }

  @Post(':staffRef/same-person/withdrawals')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Record that an account is no other one of a person after all',
    description:
      'The two count as two people from then on. It takes an administrator, who has neither of them, of the organisation that recorded it or of one in which an account of the person has rights.',
  })
  @ApiOkResponse({ type: StaffReference })
  async withdrawSamePerson(
    @staffRef() staff: string,
    @Body() { reason }: SamePersonWithdrawalDto,
    @CommandContextOf() context: CommandContext,
  ): Promise<CommandAnswer<Readonly<StaffReference>>> {
    return CommandAnswer.done(await this.send(new WithdrawSamePerson(staff, reason, context)), { staff });
  }

  @Post(':staffRef/session-ends')
  @HttpCode(200)
  @ApiOperation({
    summary: 'End every session of an account in the pages',
    description:
      'Its rights stay: end those where it is to do no more. Access tokens of programs end by the word of their issuer. Refused where it has rights in other organisations and none in yours.',
  })
  @ApiOkResponse({ type: StaffReference })
  async endSessions(
    @staffRef() staff: string,
    @Body() { reason }: SessionsEndDto,
    @CommandContextOf() context: CommandContext,
  ): Promise<CommandAnswer<Readonly<StaffReference>>> {
    return CommandAnswer.done(await this.send(new EndSessions(staff, reason, context)), { staff });
  }

  private async done(command: ICommand, grant: string): Promise<CommandAnswer<Readonly<RightReference>>> {
    const committed = await this.send(command);
    const { state } = committed;
    const right = state.stage === 'known' ? state.rights.find((each) => each.grant === grant) : undefined;
    if (right === undefined) throw new TypeError('What was done to a right leaves it behind');
    return CommandAnswer.done(committed, { grant, stage: right.stage });
  }

  private send(command: ICommand): Promise<Committed<StaffMember>> {
    return this.commands.execute<ICommand, Committed<StaffMember>>(command);
  }

  private async answers(found: readonly AccountWithRights[]): Promise<readonly Readonly<StaffAnswer>[]> {
    const names = await this.directory.nameOf([...new Set(found.flatMap(namedIn))]);
    const today = todayInLondon(this.clock);
    return found.map((each) => staffAnswer(each, names, today));
  }
}

function rightOf(wanted: RightRequestDto): RequestedRight {
  const { role, from, lastDay, approvalLimit, withoutApprovalLimit = false, reason: reasonCode } = wanted;
  return {
    role,
    from,
    ...(lastDay !== undefined && { until: addDays(lastDay, 1) }),
    limit: {
      ...(approvalLimit !== undefined && { limitPence: toPence(approvalLimit) }),
      withoutLimit: withoutApprovalLimit,
    },
    reasonCode,
  };
}
