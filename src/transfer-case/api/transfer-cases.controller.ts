import { Body, Controller, Get, Inject, Optional, Post, Query } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { todayInLondon, type Clock } from '../../kernel/clock.js';
import type { Actor } from '../../kernel/event.js';
import { oneOf, record, text } from '../../kernel/shape.js';
import { RequiresRole } from '../../platform/access/access-rule.js';
import { CommandContextOf, CurrentActor } from '../../platform/access/current-actor.js';
import { fieldsHiddenFrom } from '../../platform/access/field-rights.js';
import { ROLES, type Role } from '../../platform/access/roles.js';
import { StaffDirectory } from '../../platform/access/staff-directory.js';
import { CLOCK } from '../../platform/clock/clock.module.js';
import type { CommandContext } from '../../platform/event-store/command-context.js';
import type { Committed } from '../../platform/event-store/streams.js';
import { decodeCursor, encodeCursor } from '../../platform/http/paging/cursor.js';
import { AnswersPageOf } from '../../platform/http/paging/describe-page.js';
import { PageAnswer } from '../../platform/http/paging/page-answer.js';
import { CommandAnswer, ReadAnswer } from '../../platform/http/versions/answer.js';
import { ClocksQuery, THEN } from '../../platform/http/wire/clocks.js';
import { toPence } from '../../platform/http/wire/money.dto.js';
import { Problem } from '../../platform/http/problems/problem.js';
import { PastReads } from '../../platform/past/past-reads.js';
import { RaiseAlert, type AlertTerms } from '../commands/raise-alert.js';
import { CaseNotFound, TransferCases } from '../commands/transfer-cases.js';
import { waitingOn, type CaseRecord } from '../commands/vocabulary.js';
import {
  CASE_ORDERS,
  casePlace,
  CaseSummaries,
  caseSummaryProjection,
  otherBodyOf,
} from '../projections/case-summary/case-summary.query.js';
import {
  FundingTimelines,
  fundingTimelineProjection,
} from '../projections/funding-timeline/funding-timeline.query.js';
import { caseThen, deadlinesThen, fundingTimelineThen } from './case-then.js';
import { caseAnswer, CaseAnswer } from './answers/case.answer.js';
import { caseReference, CaseReferenceAnswer } from './answers/case-reference.answer.js';
import { CaseCountsAnswer, caseCountsAnswer } from './answers/case-counts.answer.js';
import { caseSummaryAnswer, CaseSummaryAnswer } from './answers/case-summary.answer.js';
import { deadlineAnswer, DeadlinesAnswer } from './answers/deadline.answer.js';
import { fundingPeriodAnswer, FundingTimelineAnswer } from './answers/funding-period.answer.js';
import { CaseRef, given } from './case-commands.controller.js';
import { AlertDto, CaseFilterDto, CasesQueryDto } from './requests/alert.dto.js';

const OTHER_ORDER = 'The cursor belongs to a list in another order.';

const [firstRole, ...otherRoles] = ROLES;
const place = record({ sort: oneOf(CASE_ORDERS), key: text, caseRef: text });

/** Raising an alert, and reading the cases of your organisation. */
@ApiTags('Transfer cases')
@RequiresRole(firstRole, ...otherRoles)
@Controller('v1/transfer-cases')
export class TransferCasesController {
  constructor(
    private readonly commands: CommandBus,
    private readonly cases: TransferCases,
    private readonly summaries: CaseSummaries,
    private readonly timelines: FundingTimelines,
    private readonly past: PastReads,
    @Inject(CLOCK) private readonly clock: Clock,
    // A process without an HTTP server knows no staff, and answers nobody.
    @Optional() private readonly staff?: StaffDirectory,
  ) {}

  @Post()
  @RequiresRole('direct-payment-worker')
  @ApiOperation({ summary: 'Alert an NHS body that a person may move', description: 'Your council alerts.' })
  @ApiCreatedResponse({ type: CaseReferenceAnswer })
  async raise(@Body() body: AlertDto, @CommandContextOf() context: CommandContext) {
    const command = new RaiseAlert(alertTerms(body), context);
    const committed = await this.commands.execute<RaiseAlert, Committed<CaseRecord>>(command);
    const { caseRef } = committed.state;
    return CommandAnswer.created(committed, `/v1/transfer-cases/${caseRef}`, caseReference(committed.state));
  }

  @Get()
  @ApiOperation({
    summary:
      'List the cases of your organisation, what falls due first standing first unless you ask for another order',
  })
  @AnswersPageOf(CaseSummaryAnswer)
  async list(
    @Query() { waitingOn: side, personReference, sort, cursor, limit, ...wanted }: CasesQueryDto,
    @CurrentActor() actor: Actor,
  ) {
    if (personReference !== undefined) refuseUnlessSeesPeople(actor);
    const filter = {
      ...filterOf(wanted, actor),
      ...given('waitingOn', side),
      ...given('personReference', personReference),
    };
    const after = cursor === undefined ? undefined : decodeCursor(cursor, place);
    if (after !== undefined && after.sort !== sort) throw new Problem('malformed-cursor', OTHER_ORDER);
    const page = { order: sort, limit: limit + 1, ...(after && { after }) };
    const rows = await this.summaries.list(actor, filter, page);
    const names = await this.namesOf(
      rows.flatMap(({ caseworker, counterpart }) => [caseworker, counterpart]),
    );
    const today = todayInLondon(this.clock);
    const places = new Map(rows.map((row) => [row.caseRef, { sort, ...casePlace(row, sort) }]));
    return PageAnswer.of(
      rows.map((row) => caseSummaryAnswer(row, otherBodyOf(row, actor), names, today)),
      limit,
      ({ caseRef }) => encodeCursor(places.get(caseRef) ?? {}),
    );
  }

  // Above the routes with a reference.
  @Get('counts')
  @ApiOperation({
    summary:
      'Count the cases of your organisation: whose move each is, who works it, with which body, at which stage',
    description:
      'Each count leaves out the filter that it counts by, and so says how many cases choosing it would list.',
  })
  @ApiOkResponse({ type: CaseCountsAnswer })
  async count(
    @Query() wanted: CaseFilterDto,
    @CurrentActor() actor: Actor,
  ): Promise<Readonly<CaseCountsAnswer>> {
    const counts = await this.summaries.count(actor, filterOf(wanted, actor), todayInLondon(this.clock));
    return caseCountsAnswer(counts, await this.namesOf(counts.workers.each.map(({ id }) => id)));
  }

  @Get(':caseRef')
  @ApiOperation({
    summary: 'Show a case as it stands now, as it was known at a moment, or as it was on a day',
    description: THEN,
  })
  @ApiOkResponse({ type: CaseAnswer })
  async show(
    @CaseRef() caseRef: string,
    @Query() clocks: ClocksQuery,
    @CurrentActor() actor: Actor,
  ): Promise<ReadAnswer<Readonly<CaseAnswer>> | Readonly<CaseAnswer>> {
    const { state, revision } = await this.cases.get(caseRef, actor);
    const known = await this.past.of(caseSummaryProjection, caseRef, clocks);
    if (known !== undefined) return caseThen(known);
    const [names, listed] = await Promise.all([
      this.namesOf([state.caseworker, state.counterpart]),
      // Only the work list knows of recharges, which are no part of the case's own history.
      this.summaries.find(actor, caseRef),
    ]);
    const whoseMove = waitingOn(state, listed?.waitingOn === 'none');
    return ReadAnswer.of(caseAnswer(state, whoseMove, names), revision);
  }

  @Get(':caseRef/funding-timeline')
  @ApiOperation({ summary: 'Show who was liable and who paid on which days', description: THEN })
  @ApiOkResponse({ type: FundingTimelineAnswer })
  async fundingTimeline(
    @CaseRef() caseRef: string,
    @Query() clocks: ClocksQuery,
    @CurrentActor() actor: Actor,
  ): Promise<ReadAnswer<Readonly<FundingTimelineAnswer>> | Readonly<FundingTimelineAnswer>> {
    await this.cases.get(caseRef, actor);
    const known = await this.past.of(fundingTimelineProjection, caseRef, clocks);
    if (known !== undefined) return fundingTimelineThen(known);
    const rows = await this.timelines.of(actor, caseRef);
    const periods = rows.map(fundingPeriodAnswer);
    return ReadAnswer.of({ caseRef, periods }, rows[0]?.revision ?? 0);
  }

  @Get(':caseRef/deadlines')
  @ApiOperation({ summary: 'List what is due in a case, the first due standing first', description: THEN })
  @ApiOkResponse({ type: DeadlinesAnswer })
  async deadlines(
    @CaseRef() caseRef: string,
    @Query() clocks: ClocksQuery,
    @CurrentActor() actor: Actor,
  ): Promise<ReadAnswer<Readonly<DeadlinesAnswer>> | Readonly<DeadlinesAnswer>> {
    await this.cases.get(caseRef, actor);
    const known = await this.past.of(caseSummaryProjection, caseRef, clocks);
    if (known !== undefined) return deadlinesThen(known);
    const summary = await this.summaries.find(actor, caseRef);
    if (summary === null) throw new CaseNotFound(caseRef);
    const today = todayInLondon(this.clock);
    const items = summary.deadlines.map((deadline) => deadlineAnswer(deadline, today));
    return ReadAnswer.of({ caseRef, items }, summary.revision);
  }

  private async namesOf(ids: readonly (string | null | undefined)[]): Promise<ReadonlyMap<string, string>> {
    return (await this.staff?.nameOf(ids.flatMap((id) => id ?? []))) ?? new Map<string, string>();
  }
}

function filterOf({ stage, dueBefore, move, otherBody, worker }: CaseFilterDto, { id }: Actor) {
  return {
    ...given('stage', stage),
    ...given('dueBefore', dueBefore),
    ...given('move', move),
    ...given('otherBody', otherBody),
    ...given('worker', worker === 'me' ? id : worker === 'nobody' ? null : worker),
  };
}

/** A filter by something that a role does not see would tell it. */
function refuseUnlessSeesPeople({ role }: Actor): void {
  if (!fieldsHiddenFrom(role as Role).includes('personReference')) return;
  throw new Problem('not-allowed', 'Your role sees no reference of a person, so it cannot look for one.');
}

function alertTerms({
  personReference,
  nhsBody,
  alertedOn,
  wishesToKeepAssistants,
  assistants,
}: AlertDto): AlertTerms {
  return {
    personReference,
    nhsBody,
    alertedOn,
    wishesToKeepAssistants,
    assistants: assistants.map(({ assistantRef, status, startedOn, weeklyHours, hourlyRate }) => ({
      assistantRef,
      status,
      startedOn,
      weeklyHours,
      hourlyRatePence: toPence(hourlyRate),
    })),
  };
}
