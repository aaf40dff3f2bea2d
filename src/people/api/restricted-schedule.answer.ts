import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { MissingFact } from '../../kernel/figure.js';
import { DaysAnswer, daysAnswer } from '../../platform/http/wire/days.answer.js';
import { MissingFactAnswer } from '../../platform/http/wire/figure.answer.js';
import { moneyOf, MoneyDto } from '../../platform/http/wire/money.dto.js';
import type { RechargeWithLines } from '../../recharge/index.js';
import type { ReadPerson } from '../records/read-people.js';
import { BirthDateAnswer, NameAnswer, NhsNumberAnswer, personAnswer } from './people-answers.js';

const STATES = ['held', 'removed', 'pending'] as const;

/** Who the person is. What was removed says since when; what was never recorded, who records it. */
export class ScheduledPersonAnswer {
  @ApiProperty({ enum: STATES, example: 'held' })
  readonly state!: (typeof STATES)[number];

  @ApiPropertyOptional({ type: NameAnswer })
  readonly name?: NameAnswer;

  @ApiPropertyOptional({ type: NhsNumberAnswer })
  readonly nhsNumber?: NhsNumberAnswer;

  @ApiPropertyOptional({ type: BirthDateAnswer })
  readonly birthDate?: BirthDateAnswer;

  @ApiPropertyOptional({ type: MissingFactAnswer, description: 'There exactly when the state is pending.' })
  readonly missing?: MissingFact;
}

/** A line of the document, with what shows its cost. */
export class ScheduledLineAnswer extends DaysAnswer {
  @ApiProperty({ example: 1 })
  readonly number!: number;

  @ApiProperty({ example: 'bridging' })
  readonly kind!: string;

  @ApiProperty({ type: MoneyDto, description: 'A credit is negative.' })
  readonly amount!: Readonly<MoneyDto>;

  @ApiProperty({ type: [String], example: ['DP-0001'] })
  readonly evidence!: readonly string[];
}

/** The restricted part of a recharge or credit note. */
export class RestrictedScheduleAnswer {
  @ApiProperty({ example: 'RC-2M8D0T4ZKX' })
  readonly rechargeRef!: string;

  @ApiProperty({ example: 'TC-7F3K92QD1M' })
  readonly caseRef!: string;

  @ApiProperty({ description: 'The reference by which the case knows the person.', example: 'PN-7F3K92QD1M' })
  readonly personReference!: string;

  @ApiProperty({ example: 'E10000015' })
  readonly creditor!: string;

  @ApiProperty({ example: 'QM7' })
  readonly debtor!: string;

  @ApiPropertyOptional({ example: 'INV-1001' })
  readonly invoiceReference?: string;

  @ApiProperty({ type: MoneyDto })
  readonly total!: Readonly<MoneyDto>;

  @ApiProperty({ type: ScheduledPersonAnswer })
  readonly person!: Readonly<ScheduledPersonAnswer>;

  @ApiProperty({ type: [ScheduledLineAnswer] })
  readonly lines!: readonly Readonly<ScheduledLineAnswer>[];
}

/** @param person nothing when the organisation has recorded nobody under the reference of the case */
export function scheduleAnswer(
  { recharge, lines }: RechargeWithLines,
  personReference: string,
  person: ReadPerson | undefined,
): Readonly<RestrictedScheduleAnswer> {
  const { rechargeRef, caseRef, creditor, debtor, invoiceReference, totalPence } = recharge;
  return {
    rechargeRef,
    caseRef,
    personReference,
    creditor,
    debtor,
    ...(invoiceReference !== null && { invoiceReference }),
    total: moneyOf(totalPence),
    person: person === undefined ? notRecorded(personReference) : scheduledPerson(person),
    lines: lines.map(({ number, kind, fromDay: from, untilDay: until, amountPence, evidence }) => ({
      number,
      kind,
      ...daysAnswer({ from, until }),
      amount: moneyOf(amountPence),
      evidence,
    })),
  };
}

/** Of the details only what tells who it is. */
function scheduledPerson(person: ReadPerson): Readonly<ScheduledPersonAnswer> {
  const { state, name, nhsNumber, birthDate } = personAnswer(person);
  return {
    state,
    name,
    ...(nhsNumber !== undefined && { nhsNumber }),
    ...(birthDate !== undefined && { birthDate }),
  };
}

function notRecorded(personReference: string): Readonly<ScheduledPersonAnswer> {
  return {
    state: 'pending',
    missing: {
      fact: 'person-details',
      reason: `Your organisation has recorded nobody under ${personReference}, by which the case knows the person`,
      suppliedBy: 'whoever works the case at the council, which chose the reference',
    },
  };
}
