import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import type { Answer, Candidate, MissingFact, Referral } from '../../../kernel/figure.js';
import type { Basis } from '../../../kernel/basis.js';

/** A fact that somebody has to supply. */
export class MissingFactAnswer implements MissingFact {
  @ApiProperty({ example: 'delay-justified' })
  readonly fact!: string;

  @ApiProperty({ example: 'Nobody has said whether the delay was justified' })
  readonly reason!: string;

  @ApiProperty({ example: "the ICB's CHC team" })
  readonly suppliedBy!: string;
}

/** A question that the rules leave open, and who can settle it. */
export class ReferralAnswer implements Referral {
  @ApiProperty({ example: 'cap-changes-with-notice' })
  readonly code!: string;

  @ApiProperty({ example: 'The cap on a week’s pay differs with the day that the notice ends on' })
  readonly reason!: string;

  @ApiProperty({ example: 'an employment adviser' })
  readonly referTo!: string;
}

/** Whether a figure is known, in the description of the API. */
export const STATUS: ApiPropertyOptions = { enum: ['known', 'pending'], example: 'known' };

/** Whether an answer is known, waits, or has to be chosen by an adviser, in the description of the API. */
export const ANSWER_STATUS: ApiPropertyOptions = { enum: ['known', 'pending', 'refer'], example: 'known' };

/** What an adviser has to settle, in the description of the API. */
export const REFERRALS: ApiPropertyOptions = {
  type: [ReferralAnswer],
  description: 'What the rules do not settle, and who can; only where the answer is left to an adviser.',
};

/** What a figure waits for, in the description of the API. */
export const MISSING: ApiPropertyOptions = {
  type: [MissingFactAnswer],
  description: 'What is missing, why it is needed and who can supply it; only while the figure is pending.',
};

/** How a figure was worked out, in the description of the API: a tree that ends in the facts of the case. */
export const BASIS: ApiPropertyOptions = {
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

/** A figure that may be left to an adviser, with its values as the API shows them. What does not apply is absent. */
export interface AnswerOnWire<Value> {
  readonly status: Answer<unknown>['status'];
  readonly value?: Value;
  readonly basis?: Basis;
  readonly missing?: readonly MissingFact[];
  readonly referrals?: readonly Referral[];
  readonly candidates?: readonly Candidate<Value>[];
}

/** An answer as the API shows it; `onWire` shows one value. */
export function answerOnWire<Value, Shown>(
  answer: Answer<Value>,
  onWire: (value: Value) => Shown,
): AnswerOnWire<Shown> {
  switch (answer.status) {
    case 'known':
      return { ...answer, value: onWire(answer.value) };
    case 'pending':
      return answer;
    case 'refer':
      return {
        ...answer,
        candidates: answer.candidates.map((each) => ({ ...each, value: onWire(each.value) })),
      };
  }
}
