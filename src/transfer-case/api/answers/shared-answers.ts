import { ApiProperty, ApiPropertyOptional, type ApiPropertyOptions } from '@nestjs/swagger';
import type { Basis } from '../../../kernel/basis.js';

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

export function personAnswer(id: string, names: ReadonlyMap<string, string>): Readonly<PersonAnswer> {
  const name = names.get(id);
  return { id, ...(name !== undefined && { name }) };
}
