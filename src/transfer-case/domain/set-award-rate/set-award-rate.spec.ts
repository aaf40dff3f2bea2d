import { describe, it } from '@jest/globals';
import { alertRaised, awardRateSet } from '../../../../test/support/example-transfer-case.js';
import { numberedUuid } from '../../../../test/support/recorded.js';
import { scenario } from '../../../../test/support/scenario.js';
import { pence } from '../../../kernel/pence.js';
import { plainDate } from '../../../kernel/plain-date.js';
import { FieldRefused } from '../../../kernel/refusal.js';
import { RecordsOverlap } from '../dated-record.js';
import { transferCase } from '../transfer-case.js';
import { setAwardRate } from './set-award-rate.decision.js';

const from = plainDate('2023-04-03');
const terms = { from, weeklyPence: pence(51_219) };
const RATE_EVENT = numberedUuid(2);

describe('Setting the award rate', () => {
  const alerted = scenario(transferCase).given(alertRaised);
  const withRate = alerted.given(awardRateSet);

  it('sets the gross weekly sum from a day on', () => {
    alerted.when(setAwardRate(terms)).thenEvents([awardRateSet]);
  });

  it('with the same sum from the same day is silence', () => {
    withRate.when(setAwardRate(terms)).thenNothing();
  });

  it('with another sum from the same day is refused, unless it names the event that it corrects', () => {
    const higher = { from, weeklyPence: pence(52_000) };
    withRate.when(setAwardRate(higher)).thenRefused(RecordsOverlap, /^A rate from 3 April 2023/);
    withRate.when(setAwardRate({ ...higher, corrects: RATE_EVENT })).thenEvents([
      {
        ...awardRateSet,
        data: { from, weeklyGrossPence: pence(52_000), corrects: RATE_EVENT },
      },
    ]);
  });

  it('moves a sum to another day by correcting it, and the old one stands no more', () => {
    const moved = plainDate('2023-04-10');
    const correction = { from: moved, weeklyPence: pence(51_219), corrects: RATE_EVENT };
    const event = {
      ...awardRateSet,
      occurredOn: moved,
      data: { from: moved, weeklyGrossPence: pence(51_219), corrects: RATE_EVENT },
    };
    withRate.when(setAwardRate(correction)).thenEvents([event]);
    withRate.given(event).when(setAwardRate(correction)).thenNothing();
    withRate.given(event).when(setAwardRate(terms)).thenEvents([awardRateSet]);
  });

  it('is refused below zero, and for a correction of what does not stand', () => {
    alerted.when(setAwardRate({ from, weeklyPence: pence(-1) })).thenRefused(FieldRefused, /zero or more/);
    alerted
      .when(setAwardRate({ ...terms, corrects: RATE_EVENT }))
      .thenRefused(FieldRefused, /No fact that stands/);
  });
});
