import type { Rule } from '../../../kernel/basis.js';
import type { LiabilityRule } from '../case-record.js';

const FRAMEWORK = 'National Framework for NHS Continuing Healthcare';

/** How the 28 days are counted. */
export const DAY_29: Rule = {
  code: 'CHC-DAY-29',
  version: 1,
  title: 'The day on which the ICB received the completed checklist is day 1, so day 29 is 28 days later',
  source: `${FRAMEWORK}, refunds guidance: the count from the day of receipt was not read in its own text`,
  certainty: 'unverified',
};

/** The rules by which the NHS body becomes liable, one per code. */
export const LIABILITY_RULE: Readonly<Record<LiabilityRule, Rule>> = {
  R1: {
    code: 'LIABILITY-R1',
    version: 1,
    title: 'The NHS body is liable from the day on which it decided that the person is eligible',
    source: `${FRAMEWORK} (2012), Annex F, paragraphs 2 and 3: nobody is eligible until the NHS body has decided so`,
    certainty: 'sourced',
  },
  R2: {
    code: 'LIABILITY-R2',
    version: 1,
    title: 'The NHS body is liable from the earlier day that it states in its decision',
    source: 'Common practice, often the day of the recommendation; the national text was not read',
    certainty: 'unverified',
  },
  R3: {
    code: 'LIABILITY-R3',
    version: 1,
    title:
      'When the decision is later than 28 days without justification, the NHS body is liable from day 29',
    source: `${FRAMEWORK}, refunds guidance as published by NHS Lincolnshire ICB`,
    certainty: 'sourced',
  },
  R4: {
    code: 'LIABILITY-R4',
    version: 1,
    title:
      'When a not-eligible decision is revised after a challenge, liability runs from the original decision',
    source: `${FRAMEWORK}, refunds guidance as published by NHS Lincolnshire ICB`,
    certainty: 'sourced',
  },
  R5: {
    code: 'LIABILITY-R5',
    version: 1,
    title: 'On the Fast Track, the NHS body is liable from the day on which it received the tool',
    source:
      'Fast Track Pathway Tool (2012): the ICB accepts and acts at once; that liability starts on that day is decided here',
    certainty: 'product-decision',
  },
  R6: {
    code: 'LIABILITY-R6',
    version: 1,
    title: 'The NHS body is liable from the day that the parties agreed or a court found',
    source: 'Surrey County Council v NHS Lincolnshire CCG [2020] EWHC 3550 (QB)',
    certainty: 'sourced',
  },
};

/** How liability ends again, by what ended eligibility. */
export const LIABILITY_END_RULE = {
  lost: {
    code: 'LIABILITY-END-LOST',
    version: 1,
    title:
      'When a review finds the person not eligible any more, the NHS body stays liable through its notice, of which the ' +
      'day of the decision is day 1; what was paid before is not taken back',
    source: 'Local agreement, notice of a transfer back; 28 days is the usual notice',
    certainty: 'unverified',
  },
  overturned: {
    code: 'LIABILITY-END-OVERTURNED',
    version: 1,
    title:
      'When the decision of eligibility is overturned, liability ends with the day that the decision states',
    source: 'Decided here, since no source settles it; a local agreement may differ',
    certainty: 'product-decision',
  },
} as const satisfies Readonly<Record<string, Rule>>;
