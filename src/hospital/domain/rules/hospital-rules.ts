import type { Rule } from '../../../kernel/basis.js';

/** How long PAs are paid in full while the person is in hospital, and what follows. */
export const HOSPITAL_FULL_WEEKS: Rule = {
  code: 'HOSPITAL-FULL-WEEKS',
  version: 2,
  title:
    'PAs are paid in full for the first weeks from the day of admission, day 1; a review after the weeks of the agreement decides how they are paid on, and until then funding goes on',
  source: 'Staffordshire, in Skills for Care (2016): four weeks as a minimum; other areas settle other weeks',
  certainty: 'local-practice',
};

/** When two stays count as one. */
export const HOSPITAL_STAYS_JOINED: Rule = {
  code: 'HOSPITAL-STAYS-JOINED',
  version: 1,
  title:
    'An admission goes on with the stay before it when there were no more days at home between them than the agreement says; no day at home makes one stay in any case',
  source: 'Local agreement, hospital: joining of stays, 0 days unless it is chosen',
  certainty: 'product-decision',
};

/** Which body's weeks count where the NHS body takes over in the middle of a stay. */
export const HOSPITAL_ACROSS_TRANSFER: Rule = {
  code: 'HOSPITAL-ACROSS-TRANSFER',
  version: 1,
  title:
    'A stay that crosses the first day of the new cover is under the council’s weeks to the day before and under the NHS body’s from that day, both counted from the admission',
  source: 'Decided here, since no source settles it; a local agreement may differ',
  certainty: 'product-decision',
};

/** Every version of every rule of this context, as docs/rules.md lists them. */
export const hospitalRules: readonly Rule[] = [
  HOSPITAL_FULL_WEEKS,
  HOSPITAL_STAYS_JOINED,
  HOSPITAL_ACROSS_TRANSFER,
];
