import { describe, it } from '@jest/globals';
import { alertRaised, contributionSet } from '../../../../test/support/example-transfer-case.js';
import { numberedUuid } from '../../../../test/support/recorded.js';
import { scenario } from '../../../../test/support/scenario.js';
import { pence } from '../../../kernel/pence.js';
import { plainDate } from '../../../kernel/plain-date.js';
import { FieldRefused } from '../../../kernel/refusal.js';
import { RecordsOverlap } from '../dated-record.js';
import { transferCase } from '../transfer-case.js';
import { setContribution } from './set-contribution.decision.js';

const from = plainDate('2023-04-03');
const terms = { from, weeklyPence: pence(8_743) };

describe('Setting the contribution', () => {
  const alerted = scenario(transferCase).given(alertRaised);
  const withContribution = alerted.given(contributionSet);

  it('sets what the person pays each week from a day on, and zero ends it', () => {
    alerted.when(setContribution(terms)).thenEvents([contributionSet]);
    const ends = plainDate('2024-06-03');
    withContribution
      .when(setContribution({ from: ends, weeklyPence: pence(0) }))
      .thenEvents([{ ...contributionSet, occurredOn: ends, data: { from: ends, weeklyPence: pence(0) } }]);
  });

  it('with the same sum is silence, with another is refused unless it corrects', () => {
    const other = { from, weeklyPence: pence(9_000) };
    withContribution.when(setContribution(terms)).thenNothing();
    withContribution
      .when(setContribution(other))
      .thenRefused(RecordsOverlap, /^A contribution from 3 April 2023/);
    withContribution.when(setContribution({ ...other, corrects: numberedUuid(2) })).thenEvents([
      {
        ...contributionSet,
        data: { from, weeklyPence: pence(9_000), corrects: numberedUuid(2) },
      },
    ]);
  });

  it('is refused below zero', () => {
    alerted.when(setContribution({ from, weeklyPence: pence(-1) })).thenRefused(FieldRefused, /zero or more/);
  });
});
