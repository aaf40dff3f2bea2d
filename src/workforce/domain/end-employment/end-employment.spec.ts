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

  it('records the notice that was given, and a re-engagement by a dead employer’s personal representatives', () => {
    const noticed: EndOfEmployment = {
      lastDay: plainDate('2024-12-15'),
      reason: 'redundancy',
      notice: 'given',
      noticeGivenOn: plainDate('2024-10-20'),
    };
    const renewed: EndOfEmployment = {
      ...died,
      reEngagement: {
        offeredOn: plainDate('2024-12-20'),
        startsOn: plainDate('2025-01-06'),
        answer: 'accepted',
      },
    };
    for (const end of [noticed, renewed]) {
      scenario(employment)
        .given(STARTED)
        .when(endEmployment(end))
        .thenEvents([ended(end)]);
      scenario(employment).given(STARTED, ended(end)).when(endEmployment(end)).thenNothing();
    }
    scenario(employment)
      .given(STARTED, ended(noticed))
      .when(endEmployment(died))
      .thenRefused(EndContradicted);
    scenario(employment)
      .given(STARTED, ended(noticed))
      .when(endEmployment({ ...noticed, noticeGivenOn: plainDate('2024-10-21') }))
      .thenRefused(EndContradicted);
  });

  const renewal = {
    offeredOn: plainDate('2024-12-20'),
    startsOn: plainDate('2025-01-06'),
    answer: 'accepted',
  } as const;
  it.each([
    ['notice without its day', { reason: 'redundancy', notice: 'given' }, /Give the day/],
    [
      'a day without notice',
      { reason: 'redundancy', noticeGivenOn: '2024-12-01' },
      /Only notice that was given/,
    ],
    [
      'notice after the last day',
      { reason: 'redundancy', notice: 'given', noticeGivenOn: '2024-12-16' },
      /by 15 December 2024/,
    ],
    [
      'notice by somebody who died',
      { reason: 'employer-died', notice: 'given', noticeGivenOn: '2024-12-01' },
      /ended without notice/,
    ],
    ['a re-engagement by somebody alive', { reason: 'redundancy', reEngagement: renewal }, /who died/],
    [
      'a re-engagement before the death',
      { reason: 'employer-died', reEngagement: { ...renewal, startsOn: '2024-12-14' } },
      /before 15 December 2024/,
    ],
  ] as const)('refuses %s', (_, facts, words) => {
    const end = { lastDay: plainDate('2024-12-15'), ...facts } as EndOfEmployment;
    scenario(employment).given(STARTED).when(endEmployment(end)).thenRefused(FieldRefused, words);
  });
});
