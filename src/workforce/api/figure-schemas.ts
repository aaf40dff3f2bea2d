import type { ApiPropertyOptions } from '@nestjs/swagger';

/** How a figure was worked out, in the description of the API. */
export const BASIS: ApiPropertyOptions = {
  type: 'object',
  additionalProperties: true,
  description:
    'How it was worked out: the rule with its version, source and certainty, the inputs of this step, and the steps before it in `from`.',
  example: {
    rule: 'REDUNDANCY-SPLIT',
    version: 1,
    title: 'The rest is shared pro rata to the time that each body funded the employment',
    source: 'Skills for Care 2016',
    certainty: 'local-practice',
    inputs: { residualPence: 554400 },
    from: [],
  },
};

/** What a figure waits for, in the description of the API. */
export const MISSING: ApiPropertyOptions = {
  type: 'array',
  description: 'What is missing, why it is needed and who can supply it; only while the figure is pending.',
  items: {
    type: 'object',
    properties: {
      fact: { type: 'string', example: 'liability-start' },
      reason: { type: 'string', example: 'The day on which the NHS body became liable is not known' },
      suppliedBy: { type: 'string', example: 'the ICB’s CHC team' },
    },
  },
};

/** Whether a figure is known, in the description of the API. */
export const STATUS: ApiPropertyOptions = { enum: ['known', 'pending'], example: 'known' };
