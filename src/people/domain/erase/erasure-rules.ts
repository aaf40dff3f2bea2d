import type { Rule } from '../../../kernel/basis.js';

/** For how long an adult's details are kept at least. It begins anew when the record comes back into use. */
export const PERSON_RETENTION: Rule = {
  code: 'PERSON-RETENTION',
  version: 1,
  title:
    'The details of an adult are kept for eight years after the care ended and after they were last put right, and as long as a case goes on or a legal hold stands',
  source:
    'NHS Records Management Code of Practice, adult health and social care records: not read in its own text',
  certainty: 'unverified',
};

export const RETENTION_YEARS = 8;
