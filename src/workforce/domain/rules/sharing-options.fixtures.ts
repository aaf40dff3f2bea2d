import type { Basis } from '../../../kernel/basis.js';
import { plainDate } from '../../../kernel/plain-date.js';
import type { CaseSetting, SharingTerms } from '../case-setting.js';
import type { EmploymentRecord, FundingPeriod } from '../employment.js';
import { ASSESSED, COUNCIL, EMPLOYED, funded, NHS_BODY, settingWith } from '../workforce.fixtures.js';
import { redundancyCost, type RedundancyCost } from './redundancy-cost.js';

/** 5,544.00: the council funded 1,826 days and the NHS body 1,126. */
export const ENDED: EmploymentRecord = {
  ...EMPLOYED,
  stage: 'ended',
  end: { lastDay: plainDate('2024-04-30'), reason: 'redundancy', eventId: 'end' },
  assessment: ASSESSED.data,
  fundingPeriods: [
    funded('2016-04-01', '2021-04-01', { [COUNCIL]: '1' }),
    funded('2021-04-01', undefined, { [NHS_BODY]: '1' }),
  ],
  insuranceClaim: { claim: 'not-claimed' },
};
export const withFunding = (...fundingPeriods: readonly FundingPeriod[]) => ({ ...ENDED, fundingPeriods });
export const OTHER_NHS_BODY = 'QJG';

export function cost(job: EmploymentRecord, setting: CaseSetting): { value: RedundancyCost; basis: Basis } {
  const figure = redundancyCost(job, setting);
  if (figure.status !== 'known') throw new Error(JSON.stringify(figure));
  return figure;
}
export const costBy = (terms: Partial<SharingTerms>, job = ENDED) => cost(job, settingWith(terms)).value;
export const sharesBy = (terms: Partial<SharingTerms>, job = ENDED) =>
  Object.fromEntries(costBy(terms, job).shares.map(({ funder, sharePence }) => [funder, sharePence]));
export const weightsBy = (terms: Partial<SharingTerms>, job = ENDED) =>
  Object.fromEntries(costBy(terms, job).shares.map(({ funder, weight }) => [funder, String(weight)]));
export const rulesOf = ({ rule, from }: Basis): readonly string[] => [rule, ...from.flatMap(rulesOf)];
export const rulesBy = (terms: Partial<SharingTerms>, job = ENDED) =>
  rulesOf(cost(job, settingWith(terms)).basis);
