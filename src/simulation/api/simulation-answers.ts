import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { Basis } from '../../kernel/basis.js';
import type { Answer, MissingFact, Referral } from '../../kernel/figure.js';
import type { FigureUnit } from '../../kernel/named-figure.js';
import {
  ANSWER_STATUS,
  answerOnWire,
  BASIS,
  MISSING,
  REFERRALS,
} from '../../platform/http/wire/figure.answer.js';
import { moneyOf, MoneyDto, type Money } from '../../platform/http/wire/money.dto.js';
import type { ComparedFigure, ComparedTotal, SimulatedCase, Simulation } from '../commands/vocabulary.js';

/** One figure in one of the two ways. */
export class SimulatedFigureAnswer {
  @ApiProperty(ANSWER_STATUS)
  readonly status!: string;

  @ApiPropertyOptional({
    description: 'Money, or exact hours, a day or a word of the agreement as text; only when known.',
    oneOf: [{ type: 'string' }, { $ref: '#/components/schemas/MoneyDto' }],
    example: { amount: '5912.88', currency: 'GBP' },
  })
  readonly value?: string | Money;

  @ApiPropertyOptional(BASIS)
  readonly basis?: Basis;

  @ApiPropertyOptional(MISSING)
  readonly missing?: readonly MissingFact[];

  @ApiPropertyOptional(REFERRALS)
  readonly referrals?: readonly Referral[];

  @ApiPropertyOptional({
    type: [Object],
    description: 'The figures to choose from; only where the answer is left to an adviser.',
  })
  readonly candidates?: readonly object[];
}

/** One figure in both ways. */
export class ComparedFigureAnswer {
  @ApiProperty({ example: 'charge.total' })
  readonly figure!: string;

  @ApiPropertyOptional({ description: 'What it is about within the case.', example: 'EM-4H7Q2ZK9TB QM7' })
  readonly about?: string;

  @ApiProperty({ enum: ['pence', 'hours', 'day', 'word'], example: 'pence' })
  readonly unit!: FigureUnit;

  @ApiProperty({ description: 'Whether the two ways differ in status or value.', example: true })
  readonly differs!: boolean;

  @ApiPropertyOptional({
    type: SimulatedFigureAnswer,
    description: 'Absent where only the other way has it.',
  })
  readonly asBound?: Readonly<SimulatedFigureAnswer>;

  @ApiPropertyOptional({
    type: SimulatedFigureAnswer,
    description: 'Absent where only the other way has it.',
  })
  readonly simulated?: Readonly<SimulatedFigureAnswer>;

  @ApiPropertyOptional({ type: MoneyDto, description: 'Simulated less bound, where both are known money.' })
  readonly difference?: Readonly<MoneyDto>;
}

/** The version that a case keeps. */
export class BoundVersionAnswer {
  @ApiProperty({ example: 'AG-7F3K92QD1M' })
  readonly agreementId!: string;

  @ApiProperty({ example: 1 })
  readonly version!: number;
}

/** One case in both ways. */
export class SimulatedCaseAnswer {
  @ApiProperty({ example: 'TC-7F3K92QD1M' })
  readonly caseRef!: string;

  @ApiPropertyOptional({ type: BoundVersionAnswer, description: 'Absent while it goes by the defaults.' })
  readonly boundTo?: Readonly<BoundVersionAnswer>;

  @ApiProperty({ type: [ComparedFigureAnswer] })
  readonly figures!: readonly Readonly<ComparedFigureAnswer>[];
}

/** The sum of the figures of one name over the cases. */
export class ComparedTotalAnswer {
  @ApiProperty({ example: 'charge.total' })
  readonly figure!: string;

  @ApiProperty({ type: MoneyDto })
  readonly asBound!: Readonly<MoneyDto>;

  @ApiProperty({ type: MoneyDto })
  readonly simulated!: Readonly<MoneyDto>;

  @ApiProperty({ type: MoneyDto })
  readonly difference!: Readonly<MoneyDto>;

  @ApiProperty({ description: 'Figures in no sum, since not both ways know them.', example: 0 })
  readonly leftOut!: number;
}

/** What the cases come to in both ways. Nothing of it is stored. */
export class SimulationAnswer {
  @ApiProperty({ type: [SimulatedCaseAnswer] })
  readonly cases!: readonly Readonly<SimulatedCaseAnswer>[];

  @ApiProperty({ type: [ComparedTotalAnswer] })
  readonly totals!: readonly Readonly<ComparedTotalAnswer>[];
}

export function simulationAnswer({ cases, totals }: Simulation): Readonly<SimulationAnswer> {
  return { cases: cases.map(caseAnswer), totals: totals.map(totalAnswer) };
}

function caseAnswer({ figures, ...about }: SimulatedCase): Readonly<SimulatedCaseAnswer> {
  return { ...about, figures: figures.map(figureAnswer) };
}

function figureAnswer(figure: ComparedFigure): Readonly<ComparedFigureAnswer> {
  if (figure.unit !== 'pence') {
    const { asBound, simulated, ...fact } = figure;
    return { ...fact, ...inBoth({ asBound, simulated }, (value) => value) };
  }
  const { differencePence, asBound, simulated, ...money } = figure;
  return {
    ...money,
    ...inBoth({ asBound, simulated }, moneyOf),
    ...(differencePence !== undefined && { difference: moneyOf(differencePence) }),
  };
}

function inBoth<Value>(
  {
    asBound,
    simulated,
  }: {
    readonly asBound: Answer<Value> | undefined;
    readonly simulated: Answer<Value> | undefined;
  },
  shown: (value: Value) => string | Money,
): Pick<ComparedFigureAnswer, 'asBound' | 'simulated'> {
  return {
    ...(asBound && { asBound: answerOnWire(asBound, shown) }),
    ...(simulated && { simulated: answerOnWire(simulated, shown) }),
  };
}

function totalAnswer({
  figure,
  asBoundPence,
  simulatedPence,
  differencePence,
  leftOut,
}: ComparedTotal): Readonly<ComparedTotalAnswer> {
  return {
    figure,
    asBound: moneyOf(asBoundPence),
    simulated: moneyOf(simulatedPence),
    difference: moneyOf(differencePence),
    leftOut,
  };
}
