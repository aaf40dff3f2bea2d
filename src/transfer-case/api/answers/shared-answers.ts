import { ApiProperty, ApiPropertyOptional, type ApiPropertyOptions } from '@nestjs/swagger';
import type { Basis } from '../../../kernel/basis.js';
import { lastDayOf, type Period } from '../../../kernel/period.js';
import type { PlainDate } from '../../../kernel/plain-date.js';

/** A fact that somebody has to supply. */
export class MissingFactAnswer {
  @ApiProperty({ example: 'delay-justified' })
  readonly fact!: string;

  @ApiProperty({ example: 'Nobody has said whether the delay was justified' })
  readonly reason!: string;

  @ApiProperty({ example: "the ICB's CHC team" })
  readonly suppliedBy!: string;
}

/** A person who uses the product. */
export class PersonAnswer {
  @ApiProperty({ description: 'The sign-in id.', example: 'b0c4e1' })
  readonly id!: string;

  @ApiPropertyOptional({ description: 'As their sign-in says it.', example: 'Anna Example' })
  readonly name?: string;
}

/** Days from the first to the last, both included. */
export class DaysAnswer {
  @ApiProperty({ format: 'date', example: '2024-02-28' })
  readonly from!: PlainDate;

  @ApiProperty({ format: 'date', example: '2024-04-09' })
  readonly lastDay!: PlainDate;
}

/** How a figure was worked out: the rule, what went in, and what it rests on. */
export const basisSchema: ApiPropertyOptions = {
  type: 'object',
  additionalProperties: false,
  description: 'The rule, its source and certainty, what went in, and the explanations that it rests on.',
  required: ['rule', 'version', 'title', 'source', 'certainty', 'inputs', 'from'],
  properties: {
    rule: { type: 'string', example: 'LIABILITY-R1' },
    version: { type: 'integer', example: 1 },
    title: { type: 'string' },
    source: { type: 'string' },
    certainty: { type: 'string', enum: ['sourced', 'unverified', 'local-practice', 'product-decision'] },
    inputs: { type: 'object', additionalProperties: true },
    from: { type: 'array', items: { type: 'object' } },
  },
};

export type { Basis };

export function daysAnswer(period: Period): Readonly<DaysAnswer> {
  return { from: period.from, lastDay: lastDayOf(period) };
}

export function personAnswer(id: string, names: ReadonlyMap<string, string>): Readonly<PersonAnswer> {
  const name = names.get(id);
  return { id, ...(name !== undefined && { name }) };
}
