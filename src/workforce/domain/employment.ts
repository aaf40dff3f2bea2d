import { fold, type Aggregate } from '../../kernel/aggregate.js';
import type { Recorded } from '../../kernel/event.js';
import type { Pence } from '../../kernel/pence.js';
import type { OpenPeriod } from '../../kernel/period.js';
import type { PlainDate } from '../../kernel/plain-date.js';
import type { LeaveStatement } from './leave-statement.js';
import {
  workforceCatalogue,
  type EmploymentTerms,
  type ContinuousService,
  type FundingShare,
  type InsuranceClaim,
  type JobEnd,
  type RedundancyAssessed,
  type RedundancyReferred,
  type RedundancyShared,
  type WorkforceEvent,
  type WorkforceFact,
} from './workforce.events.js';

/** Who paid for the employment in a period, with the event that said so. */
export interface FundingPeriod extends OpenPeriod {
  readonly shares: readonly FundingShare[];
  /** Hours and pence paid for in the whole period, where they are recorded. */
  readonly hoursPaid?: string;
  readonly moneyPaidPence?: Pence;
  readonly eventId: string;
}

/** All that is known of one PA's job with one employer. What is not known is absent, never zero. */
export interface EmploymentRecord {
  readonly stage: 'working' | 'ended';
  readonly employmentId: string;
  readonly caseRef: string;
  readonly assistantRef: string;
  readonly status: 'employed' | 'self-employed';
  readonly startedOn: PlainDate;
  /** As the job was first recorded, whatever was corrected since: what a list that is sent again is compared with. */
  readonly firstTerms: Pick<EmploymentTerms, 'weeklyHours' | 'hourlyRatePence'>;
  /** In date order; terms that were corrected are not in the list. */
  readonly terms: readonly (EmploymentTerms & { readonly eventId: string })[];
  /** In date order; a period that was corrected is not in the list. */
  readonly fundingPeriods: readonly FundingPeriod[];
  /** In the order in which payroll issued them. */
  readonly leaveStatements: readonly LeaveStatement[];
  readonly end?: JobEnd & { readonly lastDay: PlainDate; readonly eventId: string };
  /** Where continuous employment did not simply begin with the job. */
  readonly service?: ContinuousService;
  readonly insuranceClaim?: InsuranceClaim;
  /** What was assessed last stands: a decided figure, or the figures between which an adviser has to choose. */
  readonly assessment?: RedundancyAssessed;
  readonly referral?: RedundancyReferred;
  readonly shared: readonly RedundancyShared[];
}

/** What the PA is for redundancy: somebody who was self-employed when the job began may have become an employee since. */
export function statusForRedundancy({
  status,
  service,
}: Pick<EmploymentRecord, 'status' | 'service'>): EmploymentRecord['status'] {
  return service?.cause === 'became-employee' ? 'employed' : status;
}

/** An employment before and after it is known. */
export type Employment = { readonly stage: 'none' } | EmploymentRecord;

type EventAfterStart = Exclude<WorkforceEvent, { type: 'workforce.employment-started' }>;

function evolve(
  state: Employment,
  event: WorkforceEvent,
  { eventId }: Pick<Recorded<WorkforceEvent>, 'eventId'>,
): Employment {
  if (event.type === 'workforce.employment-started') return started(event.data, eventId);
  return state.stage === 'none' ? state : evolveEmployment(state, event, eventId);
}

function started(
  data: WorkforceFact<'workforce.employment-started'>['data'],
  eventId: string,
): EmploymentRecord {
  const { weeklyHours, hourlyRatePence, ...facts } = data;
  return {
    ...facts,
    stage: 'working',
    firstTerms: { weeklyHours, hourlyRatePence },
    terms: [{ from: data.startedOn, weeklyHours, hourlyRatePence, eventId }],
    fundingPeriods: [],
    leaveStatements: [],
    shared: [],
  };
}

function evolveEmployment(
  state: EmploymentRecord,
  event: EventAfterStart,
  eventId: string,
): EmploymentRecord {
  switch (event.type) {
    case 'workforce.terms-changed': {
      const { corrects, ...terms } = event.data;
      return { ...state, terms: inDateOrder(state.terms, { ...terms, eventId }, corrects) };
    }
    case 'workforce.funding-period-recorded': {
      const { corrects, ...funded } = event.data;
      return {
        ...state,
        fundingPeriods: inDateOrder(state.fundingPeriods, { ...funded, eventId }, corrects),
      };
    }
    case 'workforce.leave-statement-recorded':
      return { ...state, leaveStatements: [...state.leaveStatements, event.data] };
    case 'workforce.employment-ended': {
      const { corrects: _, ...end } = event.data;
      return { ...state, stage: 'ended', end: { ...end, eventId } };
    }
    case 'workforce.insurance-claim-updated':
      return { ...state, insuranceClaim: event.data };
    case 'workforce.continuous-service-stated':
      return { ...state, service: event.data };
    case 'workforce.redundancy-assessed': {
      const { referral: _, ...others } = state;
      return { ...others, assessment: event.data };
    }
    case 'workforce.redundancy-referred': {
      const { assessment: _, ...others } = state;
      return { ...others, referral: event.data };
    }
    case 'workforce.redundancy-shared':
      return { ...state, shared: [...state.shared, event.data] };
  }
}

function inDateOrder<Fact extends { readonly from: PlainDate; readonly eventId: string }>(
  facts: readonly Fact[],
  added: Fact,
  corrects: string | undefined,
): readonly Fact[] {
  const kept = facts.filter(({ eventId }) => eventId !== corrects);
  const before = kept.filter(({ from }) => from <= added.from);
  return [...before, added, ...kept.slice(before.length)];
}

export const employment: Aggregate<Employment, WorkforceEvent> = {
  category: 'employment',
  catalogue: workforceCatalogue,
  initial: { stage: 'none' },
  evolve,
  beginsWith: 'workforce.employment-started',
};

/** The state after events that were decided and are not stored yet: how a file's rows are judged one after the other. */
export function afterDeciding(state: Employment, decided: readonly WorkforceEvent[]): Employment {
  return decided.reduce<Employment>((before, event) => evolve(before, event, { eventId: '' }), state);
}

/** One employment of a case, with the revision of its stream. */
export interface LoadedEmployment {
  readonly employment: EmploymentRecord;
  readonly revision: number;
}

/** The employments of a case that its workforce events lead to, in the order in which they became known. */
export function foldEmployments(history: readonly Recorded<WorkforceEvent>[]): readonly LoadedEmployment[] {
  const streams = new Map<string, Recorded<WorkforceEvent>[]>();
  for (const recorded of history) {
    const stream = streams.get(recorded.stream);
    if (stream === undefined) streams.set(recorded.stream, [recorded]);
    else stream.push(recorded);
  }
  return [...streams.values()].flatMap((events) => {
    const state = fold(employment, events);
    return state.stage === 'none' ? [] : [{ employment: state, revision: events.length }];
  });
}
