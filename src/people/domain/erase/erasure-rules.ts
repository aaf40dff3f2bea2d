import type { Rule } from '../../../kernel/basis.js';

/** For how long an adult's details are kept at least. It begins anew when the record comes back into use. */
export const PERSON_RETENTION: Rule = {
  code: 'PERSON-RETENTION',
  version: 2,
  title:
    'The details of an adult are kept by the longest of the classes of the organisation and of the agreements of the cases: eight years after the care ended, or six years after the last contact. Each runs anew from the last use; a case that goes on and a legal hold stand against an end',
  source:
    'NHS Records Management Code of Practice, adult health and social care records: not read in its own text',
  certainty: 'unverified',
};
