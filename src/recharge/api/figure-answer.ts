import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { Basis } from '../../kernel/basis.js';
import type { MissingFact } from '../../kernel/figure.js';
import type { Pence } from '../../kernel/pence.js';
import { MoneyDto, moneyOf } from '../../platform/http/wire/money.dto.js';

/** Describes the explanation of a figure: a tree that ends in the facts of the case. */
export function ExplanationProperty({ required = true } = {}): PropertyDecorator {
  const describe = required ? ApiProperty : ApiPropertyOptional;
  return describe({
    type: 'object',
    additionalProperties: true,
    description: 'The rule, what went in, and the explanations of the figures that it rests on.',
    example: { rule: 'RECHARGE-TOTAL', version: 1, inputs: { lines: 1, totalPence: 594000 }, from: [] },
  });
}

/** A sum with its explanation, or what it waits for. It is never zero for want of a fact. */
export class MoneyFigureAnswer {
  @ApiProperty({ enum: ['known', 'pending'] })
  readonly status!: 'known' | 'pending';

  @ApiPropertyOptional({ type: MoneyDto })
  readonly value?: Readonly<MoneyDto>;

  @ExplanationProperty({ required: false })
  readonly basis?: Basis;

  @ApiPropertyOptional({
    type: 'array',
    items: { type: 'object' },
    description: 'The facts that are missing, why they matter, and who can supply them.',
    example: [
      {
        fact: 'phb-cover-start',
        reason: 'PHB cover start not recorded',
        suppliedBy: "the NHS body's personal health budget team",
      },
    ],
  })
  readonly missing?: readonly MissingFact[];
}

export function figureOf(value: Pence, basis: Basis): Readonly<MoneyFigureAnswer> {
  return { status: 'known', value: moneyOf(value), basis };
}
