import { describe, it } from '@jest/globals';
import { pence } from '../../../kernel/pence.js';
import { plainDate } from '../../../kernel/plain-date.js';
import { FieldRefused } from '../../../kernel/refusal.js';
import { numberedUuid } from '../../../../test/support/recorded.js';
import { scenario } from '../../../../test/support/scenario.js';
import { employment } from '../employment.js';
import { NothingToCorrect } from '../refusals.js';
import { STARTED } from '../workforce.fixtures.js';
import { changeTerms, TermsContradicted } from './change-terms.decision.js';

const terms = { from: plainDate('2020-01-01'), weeklyHours: '20', hourlyRatePence: pence(1300) };
const changed = { type: 'workforce.terms-changed', occurredOn: terms.from, data: terms } as const;

describe('Changing hours or pay', () => {
  it('records them from their first day, whenever that is told', () => {
    scenario(employment).given(STARTED).when(changeTerms(terms)).thenEvents([changed]);
  });

  it('is silent when the same terms come again', () => {
    scenario(employment).given(STARTED, changed).when(changeTerms(terms)).thenNothing();
  });

  it('is refused for other terms from the same day, unless it names the record that it corrects', () => {
    const other = { ...terms, weeklyHours: '21' };
    scenario(employment)
      .given(STARTED, changed)
      .when(changeTerms(other))
      .thenRefused(TermsContradicted, /from 1 January 2020/);
    const correction = { ...other, corrects: numberedUuid(2) };
    scenario(employment)
      .given(STARTED, changed)
      .when(changeTerms(correction))
      .thenEvents([{ ...changed, data: correction }]);
  });

  it('corrects the terms that the job began with', () => {
    const correction = { ...terms, from: plainDate('2016-04-01'), corrects: numberedUuid(1) };
    scenario(employment)
      .given(STARTED)
      .when(changeTerms(correction))
      .thenEvents([{ ...changed, occurredOn: correction.from, data: correction }]);
  });

  it('corrects only what stands', () => {
    scenario(employment)
      .given(STARTED)
      .when(changeTerms({ ...terms, corrects: numberedUuid(9) }))
      .thenRefused(NothingToCorrect);
  });

  it('is refused before the job began', () => {
    scenario(employment)
      .given(STARTED)
      .when(changeTerms({ ...terms, from: plainDate('2016-03-31') }))
      .thenRefused(FieldRefused, /31 March 2016 is before 1 April 2016, when the job began/);
  });
});
