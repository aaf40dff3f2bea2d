import { describe, expect, it } from '@jest/globals';
import { pence } from '../../../kernel/pence.js';
import { period, periodOfDays } from '../../../kernel/period.js';
import { plainDate } from '../../../kernel/plain-date.js';
import { defaultChargeOptions } from '../bridging.fixtures.js';
import type { ChargeOptions } from './charge-options.js';
import type { JointPackage } from './joint-package.js';
import { chargedOneOffs, type OneOffFact } from './one-off-charge.js';

const bridging = period(plainDate('2024-05-01'), plainDate('2024-06-26'));
const awardRates = [{ from: plainDate('2024-01-01'), weeklyPence: pence(100_000) }];
const twoFifthsCouncil: JointPackage = {
  from: plainDate('2024-01-01'),
  parts: [{ part: 'council-own', share: '0.4' }],
  remainder: 'bridged',
};
const training: OneOffFact = {
  receiptReference: 'REC-1',
  kind: 'for-later-use',
  incurredOn: plainDate('2024-05-07'),
  amountPence: pence(10_001),
  approval: { outcome: 'approved', on: plainDate('2024-05-02') },
};
const insurance: OneOffFact = {
  receiptReference: 'REC-2',
  kind: 'annual',
  incurredOn: plainDate('2024-04-21'),
  benefit: periodOfDays(plainDate('2024-04-21'), plainDate('2024-05-20')),
  amountPence: pence(30_000),
};
const charge = (
  fact: OneOffFact,
  jointPackages: readonly JointPackage[],
  options: Partial<ChargeOptions> = {},
) => {
  const window = { bridging, joint: { jointPackages, awardRates } };
  const [found] = chargedOneOffs([fact], window, { ...defaultChargeOptions, ...options });
  return found?.charge.status === 'known' ? found.charge : undefined;
};

describe('a one-off payment under a joint package', () => {
  it('is charged in full where the council has no part of its own', () => {
    expect(charge(training, [])?.value.chargedPence).toBe(10_001);
    const nhsPaysSome: JointPackage = { ...twoFifthsCouncil, parts: [{ part: 'nhs-own', share: '0.4' }] };
    expect(charge(training, [nhsPaysSome])?.value.chargedPence).toBe(10_001);
  });

  it('is charged by the NHS body’s share of the day on which it was bought, half up', () => {
    // Six tenths of £100.01 are £60.006.
    expect(charge(training, [twoFifthsCouncil])).toMatchObject({
      value: { chargedPence: 6_001, treatment: 'approved-before' },
      basis: { inputs: { nhsShareOfTheDay: '3/5' }, from: [{ rule: 'JOINT-PACKAGE' }] },
    });
  });

  it('says nothing of shares where the council has no part of its own on those days', () => {
    for (const fact of [training, insurance]) {
      const found = charge(fact, []);
      expect(found?.basis.inputs).not.toHaveProperty('nhsShareOfTheDay');
      expect(found?.basis.inputs).not.toHaveProperty('nhsShareOfTheDays');
      expect(found?.basis.from.map(({ rule }) => rule)).not.toContain('JOINT-PACKAGE');
    }
  });

  it('is charged by the shares of no day once the NHS body was not liable any more', () => {
    // £10 a day, from 1 May to 8 May at six tenths.
    const window = {
      bridging,
      joint: { jointPackages: [twoFifthsCouncil], awardRates },
      liableUntil: plainDate('2024-05-09'),
    };
    const [found] = chargedOneOffs([insurance], window, defaultChargeOptions);
    expect(found?.charge).toMatchObject({
      value: { chargedPence: 4_800 },
      basis: { inputs: { nhsShareOfTheDays: '24/5' } },
    });
    const never = { ...window, liableUntil: plainDate('2024-04-25') };
    const [none] = chargedOneOffs([insurance], never, defaultChargeOptions);
    expect(none?.charge).toMatchObject({ value: { chargedPence: 0 } });
  });

  it('measures a fixed sum by the cost of the week', () => {
    const fixed: JointPackage = {
      ...twoFifthsCouncil,
      parts: [{ part: 'council-own', weeklyPence: pence(25_000) }],
    };
    expect(charge({ ...training, amountPence: pence(10_000) }, [fixed])?.value.chargedPence).toBe(7_500);
  });

  it('keeps a share where the week costs nothing', () => {
    const window = { bridging, joint: { jointPackages: [twoFifthsCouncil], awardRates: [] } };
    const [found] = chargedOneOffs([training], window, defaultChargeOptions);
    expect(found?.charge).toMatchObject({ value: { chargedPence: 6_001 } });
  });

  it('is charged by the share of each day of benefit', () => {
    // £10 a day for 30 days, 20 of them from 1 May: 10 in full, and from 11 May 10 at six tenths.
    const later = { ...twoFifthsCouncil, from: plainDate('2024-05-11') };
    expect(charge(insurance, [])?.value.chargedPence).toBe(20_000);
    expect(charge(insurance, [later])).toMatchObject({
      value: { chargedPence: 16_000 },
      basis: { inputs: { nhsShareOfTheDays: '16' } },
    });
  });

  it('uses up a cap by the NHS body’s part alone', () => {
    const respite: OneOffFact = { ...training, kind: 'respite-or-emergency', amountPence: pence(10_000) };
    const capped = (oneOffRespiteCapPence: number) =>
      charge(respite, [twoFifthsCouncil], { oneOffRespite: 'nhs-up-to-cap', oneOffRespiteCapPence });
    expect(capped(6_000)?.value).toEqual({ chargedPence: 6_000, treatment: 'incurred-in-bridging' });
    expect(capped(5_999)?.value).toEqual({ chargedPence: 5_999, treatment: 'capped' });
  });
});
