import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { addDays, type PlainDate } from '../../kernel/plain-date.js';
import { Clocked, type ClocksAnswer } from '../../platform/http/wire/clocks.js';
import { MoneyDto, moneyOf } from '../../platform/http/wire/money.dto.js';
import {
  EMPLOYMENT_STATUSES,
  END_REASONS,
  INSURANCE_CLAIMS,
  SERVICE_CAUSES,
} from '../commands/vocabulary.js';
import type { EmploymentRow } from '../projections/employments/employments.query.js';
import { FundingShareDto, ReEngagementDto } from './employment-requests.js';
import { LeaveStatementAnswer, leaveStatementAnswer } from './leave-statement-answer.js';

const RECORD_ID = {
  description: 'What a correction of this record has to name.',
  example: '0b9f3d52-6a41-8c70-9f1e-2a7d4c5b6e10',
};

/** Hours and pay from a day on. */
export class EmploymentTermsAnswer {
  @ApiProperty({ type: String, format: 'date', example: '2016-04-01' })
  readonly from!: PlainDate;

  @ApiProperty({ example: '30' })
  readonly weeklyHours!: string;

  @ApiProperty({ type: MoneyDto })
  readonly hourlyRate!: Readonly<MoneyDto>;

  @ApiProperty(RECORD_ID)
  readonly recordId!: string;
}

/** Who funded a period; no shares where the employer paid alone. */
export class EmploymentFundingAnswer {
  @ApiProperty({ type: String, format: 'date', example: '2016-04-01' })
  readonly from!: PlainDate;

  @ApiPropertyOptional({
    type: String,
    format: 'date',
    description: 'Absent while it goes on.',
    example: '2021-03-31',
  })
  readonly lastDay?: PlainDate;

  @ApiProperty({ type: [FundingShareDto] })
  readonly shares!: readonly Readonly<FundingShareDto>[];

  @ApiPropertyOptional({ description: 'Hours paid for in the whole period, exact.', example: '1560' })
  readonly hoursPaid?: string;

  @ApiPropertyOptional({ type: MoneyDto, description: 'Money paid in the whole period.' })
  readonly moneyPaid?: Readonly<MoneyDto>;

  @ApiProperty(RECORD_ID)
  readonly recordId!: string;
}

/** How the job ended. */
export class EmploymentEndAnswer {
  @ApiProperty({ type: String, format: 'date', example: '2024-12-15' })
  readonly lastDay!: PlainDate;

  @ApiProperty({ enum: END_REASONS })
  readonly reason!: string;

  @ApiPropertyOptional({ enum: ['given', 'none'], description: 'Absent while nobody has said.' })
  readonly notice?: string;

  @ApiPropertyOptional({ type: String, format: 'date', example: '2024-11-03' })
  readonly noticeGivenOn?: PlainDate;

  @ApiPropertyOptional({ type: ReEngagementDto })
  readonly reEngagement?: Readonly<ReEngagementDto>;

  @ApiProperty(RECORD_ID)
  readonly recordId!: string;
}

/** Where the claim on the employer's insurance stands. */
export class InsuranceClaimAnswer {
  @ApiProperty({ enum: INSURANCE_CLAIMS })
  readonly claim!: string;

  @ApiPropertyOptional({ type: MoneyDto })
  readonly amount?: Readonly<MoneyDto>;

  @ApiPropertyOptional({ example: 'policy-lapsed' })
  readonly reasonCode?: string;
}

/** When continuous employment began; the two days are the same once that is settled. */
export class ContinuousServiceAnswer {
  @ApiProperty({ enum: SERVICE_CAUSES })
  readonly cause!: string;

  @ApiProperty({ type: String, format: 'date', example: '2016-04-01' })
  readonly earliestStart!: PlainDate;

  @ApiProperty({ type: String, format: 'date', example: '2019-09-02' })
  readonly latestStart!: PlainDate;

  @ApiPropertyOptional({ example: 'ADVICE-2025-03' })
  readonly rulingReference?: string;
}

/** One PA's job. */
export class EmploymentAnswer {
  @ApiProperty({ example: 'EM-7F3K92QD1M' })
  readonly employmentId!: string;

  @ApiProperty({ example: 'TC-7F3K92QD1M' })
  readonly caseRef!: string;

  @ApiProperty({ example: 'PA-4471' })
  readonly assistantRef!: string;

  @ApiProperty({ enum: EMPLOYMENT_STATUSES })
  readonly status!: string;

  @ApiProperty({ enum: ['working', 'ended'] })
  readonly stage!: string;

  @ApiProperty({ type: String, format: 'date', example: '2016-04-01' })
  readonly startedOn!: PlainDate;

  @ApiPropertyOptional({ type: EmploymentEndAnswer })
  readonly end?: Readonly<EmploymentEndAnswer>;

  @ApiPropertyOptional({
    type: ContinuousServiceAnswer,
    description: 'Where continuous employment did not simply begin on the first day.',
  })
  readonly service?: Readonly<ContinuousServiceAnswer>;

  @ApiProperty({ type: [EmploymentTermsAnswer] })
  readonly terms!: readonly Readonly<EmploymentTermsAnswer>[];

  @ApiProperty({ type: [EmploymentFundingAnswer] })
  readonly fundingPeriods!: readonly Readonly<EmploymentFundingAnswer>[];

  @ApiProperty({ type: [LeaveStatementAnswer] })
  readonly leaveStatements!: readonly Readonly<LeaveStatementAnswer>[];

  @ApiPropertyOptional({ type: InsuranceClaimAnswer })
  readonly insuranceClaim?: Readonly<InsuranceClaimAnswer>;

  @ApiProperty({ description: 'The number in the ETag, for If-Match.', example: 4 })
  readonly revision!: number;

  @Clocked()
  readonly clocks?: Readonly<ClocksAnswer>;
}

/** The answer to a command: which employment it was about. */
export class EmploymentReference {
  @ApiProperty({ example: 'EM-7F3K92QD1M' })
  readonly employmentId!: string;

  @ApiProperty({ enum: ['working', 'ended'] })
  readonly stage!: string;
}

export function employmentAnswer(row: EmploymentRow): Readonly<EmploymentAnswer> {
  const { subject, end, terms, fundingPeriods, leaveStatements, insuranceClaim, service, ...facts } = row;
  return {
    ...facts,
    caseRef: subject,
    ...(end !== null && { end: endAnswer(end) }),
    ...(service !== null && { service }),
    terms: terms.map(({ from, weeklyHours, hourlyRatePence, eventId }) => ({
      from,
      weeklyHours,
      hourlyRate: moneyOf(hourlyRatePence),
      recordId: eventId,
    })),
    fundingPeriods: fundingPeriods.map(({ from, until, shares, hoursPaid, moneyPaidPence, eventId }) => ({
      from,
      ...(until !== undefined && { lastDay: addDays(until, -1) }),
      shares,
      ...(hoursPaid !== undefined && { hoursPaid }),
      ...(moneyPaidPence !== undefined && { moneyPaid: moneyOf(moneyPaidPence) }),
      recordId: eventId,
    })),
    leaveStatements: leaveStatements.map(leaveStatementAnswer),
    ...(insuranceClaim !== null && { insuranceClaim: claimAnswer(insuranceClaim) }),
  };
}

function endAnswer({ eventId, ...end }: NonNullable<EmploymentRow['end']>): Readonly<EmploymentEndAnswer> {
  return { ...end, recordId: eventId };
}

function claimAnswer({
  amountPence,
  ...claim
}: NonNullable<EmploymentRow['insuranceClaim']>): Readonly<InsuranceClaimAnswer> {
  return { ...claim, ...(amountPence !== undefined && { amount: moneyOf(amountPence) }) };
}
