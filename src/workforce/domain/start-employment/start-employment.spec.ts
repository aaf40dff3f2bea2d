import { describe, it } from '@jest/globals';
import { FieldRefused } from '../../../kernel/refusal.js';
import { pence } from '../../../kernel/pence.js';
import { plainDate } from '../../../kernel/plain-date.js';
import { scenario } from '../../../../test/support/scenario.js';
import { employment } from '../employment.js';
import { STARTED } from '../workforce.fixtures.js';
import { EmploymentContradicted, startEmployment } from './start-employment.decision.js';

const facts = STARTED.data;

describe('Recording that a PA works for the person', () => {
  it('says so from the first day of the job', () => {
    scenario(employment).when(startEmployment(facts)).thenEvents([STARTED]);
  });

  it('is silent when the same facts come again, written otherwise, after the terms have changed or the job ended', () => {
    const changed = {
      type: 'workforce.terms-changed',
      occurredOn: plainDate('2020-01-01'),
      data: { from: plainDate('2020-01-01'), weeklyHours: '20', hourlyRatePence: pence(1300) },
    } as const;
    scenario(employment)
      .given(STARTED, changed)
      .when(startEmployment({ ...facts, weeklyHours: '30.0' }))
      .thenNothing();
    const ended = {
      type: 'workforce.employment-ended',
      occurredOn: plainDate('2024-04-30'),
      data: { lastDay: plainDate('2024-04-30'), reason: 'redundancy' },
    } as const;
    scenario(employment).given(STARTED, ended).when(startEmployment(facts)).thenNothing();
  });

  it.each([
    ['status', { status: 'self-employed' }],
    ['start', { startedOn: plainDate('2016-04-02') }],
    ['hours', { weeklyHours: '31' }],
    ['rate', { hourlyRatePence: pence(1201) }],
  ] as const)('is refused for the same PA with another %s', (_, other) => {
    scenario(employment)
      .given(STARTED)
      .when(startEmployment({ ...facts, ...other }))
      .thenRefused(EmploymentContradicted, /PA-1 is already recorded/);
  });

  it.each([
    ['a name in place of a reference', { assistantRef: 'Jo Smith' }],
    ['hours below zero', { weeklyHours: '-1' }],
    ['more hours than a week has', { weeklyHours: '168.5' }],
    ['no pay', { hourlyRatePence: pence(0) }],
  ])('refuses %s', (_, wrong) => {
    scenario(employment)
      .when(startEmployment({ ...facts, ...wrong }))
      .thenRefused(FieldRefused);
  });
});
