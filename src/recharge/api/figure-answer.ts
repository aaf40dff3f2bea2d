import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { Basis } from '../../kernel/basis.js';
import type { MissingFact } from '../../kernel/figure.js';
import type { Pence } from '../../kernel/pence.js';
import { BASIS, MISSING, STATUS } from '../../platform/http/wire/figure.answer.js';
import { MoneyDto, moneyOf } from '../../platform/http/wire/money.dto.js';

/** A sum with its explanation, or what it waits for. It is never zero for want of a fact. */
export class MoneyFigureAnswer {
  @ApiProperty(STATUS)
  readonly status!: 'known' | 'pending';

  @ApiPropertyOptional({ type: MoneyDto })
  readonly value?: Readonly<MoneyDto>;

  @ApiPropertyOptional(BASIS)
  readonly basis?: Basis;

  @ApiPropertyOptional(MISSING)
  readonly missing?: readonly MissingFact[];
}

export function figureOf(value: Pence, basis: Basis): Readonly<MoneyFigureAnswer> {
  return { status: 'known', value: moneyOf(value), basis };
}
