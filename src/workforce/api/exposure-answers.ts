import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { Basis } from '../../kernel/basis.js';
import type { MissingFact } from '../../kernel/figure.js';
import { ZERO_PENCE } from '../../kernel/pence.js';
import type { PlainDate } from '../../kernel/plain-date.js';
import { Clocked, OptionalMoment, type ClocksAnswer } from '../../platform/http/wire/clocks.js';
import { OptionalDay } from '../../platform/http/wire/fields.js';
import { BASIS, MISSING, STATUS } from '../../platform/http/wire/figure.answer.js';
import { MoneyDto, moneyOf } from '../../platform/http/wire/money.dto.js';
import { PageQuery } from '../../platform/http/paging/page-query.dto.js';
import type { Exposure, ExposureLine, ExposureTotals } from '../projections/exposure/exposure.query.js';

const AS_AT =
  'The day on which every live job is taken to end. Unless given it is the day of knownAt in London, or today.';
const KNOWN_AT =
  'Only what was recorded by this moment. It must have passed; the answer never changes again.';

/** The day of which the exposure is asked. */
export class ExposureQueryDto {
  @OptionalDay(AS_AT, '2025-03-31')
  readonly asAt?: PlainDate;

  @OptionalMoment(KNOWN_AT, '2025-04-30T17:00:00Z')
  readonly knownAt?: string;
}

/** The same for the list of employments. */
export class ExposureListQueryDto extends PageQuery {
  @OptionalDay(AS_AT, '2025-03-31')
  readonly asAt?: PlainDate;

  @OptionalMoment(KNOWN_AT, '2025-04-30T17:00:00Z')
  readonly knownAt?: string;
}

/** What one funder would bear. */
export class ExposedFunderAnswer {
  @ApiProperty({ description: 'The body that answers for its days, or "employer".', example: 'QM7' })
  readonly funder!: string;

  @ApiProperty({ type: MoneyDto, description: 'Its share where each payment is at its lowest.' })
  readonly atLowest!: Readonly<MoneyDto>;

  @ApiProperty({ type: MoneyDto, description: 'Its share where each payment is at its highest.' })
  readonly atHighest!: Readonly<MoneyDto>;
}

/** How many employments were looked at. */
export class ExposedEmploymentsAnswer {
  @ApiProperty({ description: 'Live on the day.', example: 214 })
  readonly live!: number;

  @ApiProperty({ description: 'Of these in the totals.', example: 209 })
  readonly known!: number;

  @ApiProperty({ description: 'Of the known ones without a right to a payment on the day.', example: 61 })
  readonly withoutRight!: number;

  @ApiProperty({ description: 'Of these waiting for a fact, and not in the totals.', example: 5 })
  readonly pending!: number;
}

/** A fact that employments wait for. */
export class ExposureMissingAnswer {
  @ApiProperty({ example: 'funding-period' })
  readonly fact!: string;

  @ApiProperty({ example: 'the council’s direct payment team' })
  readonly suppliedBy!: string;

  @ApiProperty({ description: 'How many wait for it; one may wait for several.', example: 4 })
  readonly employments!: number;
}

/** The contingent redundancy liability of an organisation's cases on a day. */
export class ExposureAnswer {
  @ApiProperty({ type: String, format: 'date', example: '2025-03-31' })
  readonly asAt!: PlainDate;

  @ApiProperty({
    ...STATUS,
    description: 'Pending while an employment waits: the totals are then those of the known ones.',
  })
  readonly status!: 'known' | 'pending';

  @ApiProperty({ type: MoneyDto, description: 'The cap on a week’s pay on the day.' })
  readonly cap!: Readonly<MoneyDto>;

  @ApiProperty({ type: ExposedEmploymentsAnswer })
  readonly employments!: Readonly<ExposedEmploymentsAnswer>;

  @ApiProperty({ type: MoneyDto, description: 'Of the known employments, if each PA is as young as can be.' })
  readonly lowest!: Readonly<MoneyDto>;

  @ApiProperty({ type: MoneyDto, description: 'Of the known employments, if each PA is as old as can be.' })
  readonly highest!: Readonly<MoneyDto>;

  @ApiProperty({ type: [ExposedFunderAnswer], description: 'Each column sums to the total at that end.' })
  readonly byFunder!: readonly Readonly<ExposedFunderAnswer>[];

  @ApiProperty({ type: [ExposureMissingAnswer], description: 'What the others wait for.' })
  readonly missing!: readonly Readonly<ExposureMissingAnswer>[];

  @ApiProperty(BASIS)
  readonly basis!: Basis;

  @Clocked()
  readonly clocks?: Readonly<ClocksAnswer>;
}

/** The contingent redundancy liability of one employment on a day. */
export class ExposureLineAnswer {
  @ApiProperty({ example: 'EM-7F3K92QD1M' })
  readonly employmentId!: string;

  @ApiProperty({ example: 'TC-7F3K92QD1M' })
  readonly caseRef!: string;

  @ApiProperty({ example: 'PA-4471' })
  readonly assistantRef!: string;

  @ApiProperty(STATUS)
  readonly status!: 'known' | 'pending';

  @ApiPropertyOptional({ type: MoneyDto })
  readonly lowest?: Readonly<MoneyDto>;

  @ApiPropertyOptional({ type: MoneyDto })
  readonly highest?: Readonly<MoneyDto>;

  @ApiPropertyOptional({ type: [ExposedFunderAnswer] })
  readonly byFunder?: readonly Readonly<ExposedFunderAnswer>[];

  @ApiPropertyOptional(BASIS)
  readonly basis?: Basis;

  @ApiPropertyOptional(MISSING)
  readonly missing?: readonly MissingFact[];
}

/** The contingent redundancy liability of the employments of one case that are live on a day. */
export class ExposureOfCaseAnswer {
  @ApiProperty({ example: 'TC-7F3K92QD1M' })
  readonly caseRef!: string;

  @ApiProperty({ type: String, format: 'date', example: '2025-03-31' })
  readonly asAt!: PlainDate;

  @ApiProperty({ type: [ExposureLineAnswer] })
  readonly items!: readonly Readonly<ExposureLineAnswer>[];

  @Clocked()
  readonly clocks?: Readonly<ClocksAnswer>;
}

/** The totals as the API shows them. */
export function exposureAnswer(totals: ExposureTotals): Readonly<ExposureAnswer> {
  const { day, live, known, withoutRight, pending, missing, basis } = totals;
  return {
    asAt: day,
    status: pending === 0 ? 'known' : 'pending',
    cap: moneyOf(totals.capPence),
    employments: { live, known, withoutRight, pending },
    lowest: moneyOf(totals.lowestPence),
    highest: moneyOf(totals.highestPence),
    byFunder: totals.byFunder.map(({ funder, atLowestPence, atHighestPence }) => ({
      funder,
      atLowest: moneyOf(atLowestPence),
      atHighest: moneyOf(atHighestPence),
    })),
    missing,
    basis,
  };
}

/** One employment as the API shows it. */
export function exposureLineAnswer({ exposure, ...job }: ExposureLine): Readonly<ExposureLineAnswer> {
  if (exposure.status === 'pending') return { ...job, ...exposure };
  const { status, value, basis } = exposure;
  const { lowest, highest } = value;
  return {
    ...job,
    status,
    lowest: moneyOf(lowest.amountPence),
    highest: moneyOf(highest.amountPence),
    byFunder: byFunder(value),
    basis,
  };
}

function byFunder({ lowest, highest }: Exposure): readonly Readonly<ExposedFunderAnswer>[] {
  const at = ({ shares }: Exposure['lowest'], funder: string) =>
    moneyOf(shares.find((each) => each.funder === funder)?.sharePence ?? ZERO_PENCE);
  const funders = new Set([...highest.shares, ...lowest.shares].map(({ funder }) => funder));
  return [...funders].map((funder) => ({
    funder,
    atLowest: at(lowest, funder),
    atHighest: at(highest, funder),
  }));
}
