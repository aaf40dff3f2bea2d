import { describe, expect, it } from '@jest/globals';
import { alertRaised, awardRateSet } from '../../../test/support/example-transfer-case.js';
import { numberedUuid, recordedHistory } from '../../../test/support/recorded.js';
import { scenario } from '../../../test/support/scenario.js';
import { pence } from '../../kernel/pence.js';
import { plainDate } from '../../kernel/plain-date.js';
import { FieldRefused } from '../../kernel/refusal.js';
import { RecordsOverlap } from './dated-record.js';
import { setAwardRate } from './set-award-rate/set-award-rate.decision.js';
import { foldTransferCase, transferCase } from './transfer-case.js';

const from = plainDate('2023-04-03');
const FIRST = numberedUuid(2);
const SECOND = numberedUuid(3);
const rate = (weekly: number, day = from, corrects?: string) => ({
  ...awardRateSet,
  occurredOn: day,
  data: { from: day, weeklyGrossPence: pence(weekly), ...(corrects !== undefined && { corrects }) },
});
const terms = (weekly: number, day = from, corrects?: string) => ({
  ...{ from: day, weeklyPence: pence(weekly) },
  ...(corrects !== undefined && { corrects }),
});
const withRate = scenario(transferCase).given(alertRaised, rate(51_219));
const april2024 = plainDate('2024-04-08');

describe('a record that overlaps another (odd input 11)', () => {
  it('is refused in words that name both records and the days that both would hold for', () => {
    withRate
      .when(setAwardRate(terms(52_000)))
      .thenRefused(
        RecordsOverlap,
        /^A rate from 3 April 2023 is recorded already: £512\.19 a week and £520\.00 a week would both hold for the days from 3 April 2023 on; to put the first right, name its event in corrects$/,
      );
    withRate
      .given(rate(53_000, april2024))
      .when(setAwardRate(terms(52_000)))
      .thenRefused(RecordsOverlap, /for the days from 3 April 2023 to 7 April 2024;/);
  });

  it('names the field, the event that stands and the days for programs', () => {
    const days = { from, until: april2024 };
    const refusal = new RecordsOverlap('A rate', '£520.00 a week', '£512.19 a week', FIRST, days);
    expect(refusal.fields).toMatchObject([{ pointer: '/from', code: 'overlaps' }]);
    expect(refusal.facts).toEqual({ eventId: FIRST, from: '2023-04-03', lastDay: '2024-04-07' });
  });

  it('is not a change of rate from a later day, nor one that comes late', () => {
    withRate.when(setAwardRate(terms(53_000, april2024))).thenEvents([rate(53_000, april2024)]);
    const late = plainDate('2023-10-02');
    withRate
      .given(rate(53_000, april2024))
      .when(setAwardRate(terms(52_000, late)))
      .thenEvents([rate(52_000, late)]);
  });

  it('is refused where a correction would move a record onto the day of another', () => {
    withRate
      .given(rate(53_000, april2024))
      .when(setAwardRate(terms(51_219, april2024, FIRST)))
      .thenRefused(RecordsOverlap, /£530\.00 a week and £512\.19 a week would both hold/);
    withRate
      .when(setAwardRate(terms(52_000, from, 'EV-404')))
      .thenRefused(FieldRefused, /No fact that stands/);
  });
});

describe('a history from before that holds two records from one day', () => {
  const held = [alertRaised, rate(51_219), rate(52_000)];
  const holding = scenario(transferCase).given(...held);

  it('is read as it is, with both', () => {
    expect(foldTransferCase(recordedHistory(held))).toMatchObject({
      awardRates: [
        { from, weeklyPence: 51_219, eventId: FIRST },
        { from, weeklyPence: 52_000, eventId: SECOND },
      ],
    });
  });

  it('is put right by correcting the one that was wrong, to the sum of the other or to another day', () => {
    const agreed = rate(52_000, from, FIRST);
    holding.when(setAwardRate(terms(52_000, from, FIRST))).thenEvents([agreed]);
    holding
      .given(agreed)
      .when(setAwardRate(terms(52_000, from, FIRST)))
      .thenNothing();
    holding
      .when(setAwardRate(terms(52_000, april2024, SECOND)))
      .thenEvents([rate(52_000, april2024, SECOND)]);
    holding.when(setAwardRate(terms(53_000, from, FIRST))).thenEvents([rate(53_000, from, FIRST)]);
  });

  it('takes neither of the two again as a repeat', () => {
    holding
      .when(setAwardRate(terms(52_000)))
      .thenRefused(RecordsOverlap, /£512\.19 a week and £520\.00 a week/);
  });
});
