import { describe, expect, it } from '@jest/globals';
import { pence } from '../../../kernel/pence.js';
import { plainDate } from '../../../kernel/plain-date.js';
import { COUNCIL, eightWeeks, liableFrom, NHS_BODY, payment } from '../bridging.fixtures.js';
import { bridgingFactsOf, type BodiesInLaw, type ChargeableCase } from '../case-facts.js';
import { accountReclaim } from './account-reclaim.js';
import { bridgingRecharge } from './bridging-recharge.js';

const SUCCESSOR = 'E06000099';
const CHANGED = plainDate('2024-05-29');
const bodies: BodiesInLaw = {
  bodyOn: (code, day) => ({ code: code === COUNCIL && day >= CHANGED ? SUCCESSOR : code }),
  successionsBetween: () => [],
};
const first = payment('2024-05-01', '2024-05-28', 297_000);
const second = payment('2024-05-29', '2024-06-25', 297_000, SUCCESSOR);

const factsOf = (payments: ChargeableCase['payments'], inLaw = bodies) => {
  const { awardRates, contributions, contributionReceipts } = eightWeeks;
  const record: ChargeableCase = {
    ...{ council: COUNCIL, nhsBody: NHS_BODY, areaChanges: [], jointPackages: [], suspensions: [] },
    ...{ awardRates, contributions, contributionReceipts, oneOffs: [], payments },
    phbCoverStartsOn: plainDate('2024-06-26'),
  };
  return bridgingFactsOf(record, liableFrom('2024-05-01'), inLaw);
};
const withoutPayment = (...facts: Parameters<typeof factsOf>) => {
  const figure = bridgingRecharge(factsOf(...facts));
  if (figure.status === 'pending') throw new Error('The figure waits');
  return figure.value.lines.flatMap(({ evidence }) => evidence.daysWithoutPayment);
};

describe('the payments of a council that was reorganised in bridging', () => {
  it('are evidence for the days, whichever of the two paid', () => {
    expect(withoutPayment([first, second])).toEqual([]);
  });

  it('are none where the payer took over from another council', () => {
    const unchanged = { ...bodies, bodyOn: (code: string) => ({ code }) };
    expect(withoutPayment([first, second], unchanged)).toEqual([{ from: '2024-05-29', until: '2024-06-26' }]);
    const theirs = { ...second, payer: NHS_BODY };
    expect(withoutPayment([first, theirs])).toEqual([{ from: '2024-05-29', until: '2024-06-26' }]);
  });

  it('are taken back by the reversal that names the payer of the day', () => {
    const reversal = {
      ...second,
      reference: 'reversal',
      paidOn: plainDate('2024-06-30'),
      amountPence: pence(-297_000),
    };
    expect(withoutPayment([first, second, reversal])).toEqual([{ from: '2024-05-29', until: '2024-06-26' }]);
  });

  it('are reclaimed by the council where they ran past the end', () => {
    const late = payment('2024-06-26', '2024-07-09', 148_500, SUCCESSOR);
    expect(accountReclaim(factsOf([first, second, late]))).toMatchObject({ value: { totalPence: 148_500 } });
  });
});
