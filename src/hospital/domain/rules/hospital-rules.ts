import type { Rule } from '../../../kernel/basis.js';

/** How long PAs are paid in full while the person is in hospital, and what follows. */
export const HOSPITAL_FULL_WEEKS: Rule = {
  code: 'HOSPITAL-FULL-WEEKS',
  version: 1,
  title:
    'PAs are paid in full for the first weeks from the day of admission, day 1; on the day after, a review decides, and until then funding goes on',
  source: 'Staffordshire, in Skills for Care (2016): four weeks as a minimum; other areas settle other weeks',
  certainty: 'local-practice',
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
export const hospitalRules: readonly Rule[] = [HOSPITAL_FULL_WEEKS, HOSPITAL_ACROSS_TRANSFER];
