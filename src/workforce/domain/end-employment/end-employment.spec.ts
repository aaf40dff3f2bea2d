import { describe, it } from '@jest/globals';
import { plainDate } from '../../../kernel/plain-date.js';
import { FieldRefused } from '../../../kernel/refusal.js';
import { numberedUuid } from '../../../../test/support/recorded.js';
import { scenario } from '../../../../test/support/scenario.js';
import { employment } from '../employment.js';
import { NothingToCorrect } from '../refusals.js';
import { STARTED } from '../workforce.fixtures.js';
import { endEmployment, EndContradicted, type EndOfEmployment } from './end-employment.decision.js';

const died: EndOfEmployment = { lastDay: plainDate('2024-12-15'), reason: 'employer-died' };
const ended = (data: EndOfEmployment) =>
  ({ type: 'workforce.employment-ended', occurredOn: data.lastDay, data }) as const;

describe('Ending a job', () => {
  it('records the last day, which may be the first', () => {
    scenario(employment)
      .given(STARTED)
      .when(endEmployment(died))
      .thenEvents([ended(died)]);
    const atOnce: EndOfEmployment = { lastDay: plainDate('2016-04-01'), reason: 'resignation' };
    scenario(employment)
      .given(STARTED)
      .when(endEmployment(atOnce))
      .thenEvents([ended(atOnce)]);
  });

  it('is silent when the same end comes again', () => {
    scenario(employment).given(STARTED, ended(died)).when(endEmployment(died)).thenNothing();
  });

  it('is refused for another day or reason, unless it corrects the end that stands', () => {
    const other: EndOfEmployment = { lastDay: plainDate('2024-12-14'), reason: 'employer-died' };
    scenario(employment)
      .given(STARTED, ended(died))
      .when(endEmployment(other))
      .thenRefused(EndContradicted, /ended on 15 December 2024/);
    const correction = { ...other, corrects: numberedUuid(2) };
    scenario(employment)
      .given(STARTED, ended(died))
      .when(endEmployment(correction))
      .thenEvents([ended(correction)]);
  });

  it('refuses a last day before the first, and a correction of nothing', () => {
    scenario(employment)
      .given(STARTED)
      .when(endEmployment({ ...died, lastDay: plainDate('2016-03-31') }))
      .thenRefused(FieldRefused, /before 1 April 2016/);
    scenario(employment)
      .given(STARTED)
      .when(endEmployment({ ...died, corrects: numberedUuid(2) }))
      .thenRefused(NothingToCorrect);
  });
});
