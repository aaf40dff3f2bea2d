import { describe, it } from '@jest/globals';
import { plainDate } from '../../../kernel/plain-date.js';
import { FieldRefused } from '../../../kernel/refusal.js';
import { scenario } from '../../../../test/support/scenario.js';
import { employment } from '../employment.js';
import { STARTED } from '../workforce.fixtures.js';
import type { ContinuousService } from '../workforce.events.js';
import { stateContinuousService } from './state-continuous-service.decision.js';

const DAY = plainDate('2025-01-06');
const BREAK: ContinuousService = {
  cause: 'break-in-work',
  earliestStart: plainDate('2016-04-01'),
  latestStart: plainDate('2019-09-02'),
};
const RULED: ContinuousService = {
  ...BREAK,
  latestStart: plainDate('2016-04-01'),
  rulingReference: 'ADVICE-3',
};
const stated = (data: ContinuousService) =>
  ({ type: 'workforce.continuous-service-stated', occurredOn: DAY, data }) as const;
const given = (service: Partial<ContinuousService>) =>
  scenario(employment)
    .given(STARTED)
    .when(stateContinuousService({ ...BREAK, ...service }, DAY));

describe('Stating when continuous employment began', () => {
  it('records two days while it is open, and one once an adviser ruled', () => {
    given({}).thenEvents([stated(BREAK)]);
    scenario(employment)
      .given(STARTED, stated(BREAK))
      .when(stateContinuousService(RULED, DAY))
      .thenEvents([stated(RULED)]);
    scenario(employment).given(STARTED, stated(BREAK)).when(stateContinuousService(BREAK, DAY)).thenNothing();
  });

  it('settles a break or a new employer only with a typed ruling', () => {
    const settled = { latestStart: BREAK.earliestStart };
    given(settled).thenRefused(FieldRefused, /needs a typed ruling/);
    given({ ...settled, cause: 'employer-replaced' }).thenRefused(FieldRefused, /needs a typed ruling/);
  });

  it('takes a found start, or the first day of a contract of employment, without one', () => {
    const found = { cause: 'start-estimated', latestStart: BREAK.earliestStart } as const;
    given(found).thenEvents([stated({ ...BREAK, ...found })]);
    const contract = { ...found, cause: 'became-employee' } as const;
    given(contract).thenEvents([stated({ ...BREAK, ...contract })]);
  });

  it('refuses days out of order, after the last day, and an open day for a contract of employment', () => {
    given({ latestStart: plainDate('2016-03-31') }).thenRefused(FieldRefused, /before 1 April 2016/);
    given({ cause: 'became-employee' }).thenRefused(FieldRefused, /begins on one day/);
    given({ rulingReference: 'by Mrs Smith' }).thenRefused(FieldRefused, /no spaces/);
    scenario(employment)
      .given(STARTED, {
        type: 'workforce.employment-ended',
        occurredOn: plainDate('2018-05-31'),
        data: { lastDay: plainDate('2018-05-31'), reason: 'redundancy' },
      })
      .when(stateContinuousService(BREAK, DAY))
      .thenRefused(FieldRefused, /ended on 31 May 2018/);
  });
});
