import { lastDayOf } from '../../kernel/period.js';
import { day, listOf, record, wholeNumber } from '../../kernel/shape.js';
import type { WorkedExampleKind } from '../../kernel/worked-example.js';
import { hospitalFunding } from '../domain/rules/hospital-funding.js';

const inputsShape = record({ admissions: listOf(day), weeks: wholeNumber });

/** The last day that is paid in full and the day of the review, by day of admission. */
export const hospitalFundingExample: WorkedExampleKind = {
  kind: 'hospital_funding',
  compute: (inputs) => {
    const { admissions, weeks } = inputsShape(inputs, '');
    return Object.fromEntries(
      admissions.map((admittedOn) => {
        const { paidInFull, reviewDueOn } = hospitalFunding(admittedOn, {
          fullWeeks: weeks,
          reviewWeeks: weeks,
        });
        return [admittedOn, { funded_to: lastDayOf(paidInFull), review_due: reviewDueOn }];
      }),
    );
  },
};
