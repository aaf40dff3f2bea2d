import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { pence, sumPence } from '../../../kernel/pence.js';
import { periodOfDays } from '../../../kernel/period.js';
import { addDays, plainDate } from '../../../kernel/plain-date.js';
import { defaultChargeOptions } from '../bridging.fixtures.js';
import type { ChargeOptions } from './charge-options.js';
import { chargedOneOffs, type OneOffFact, type OneOffWindow } from './one-off-charge.js';

/** Bridging from 1 May to 25 June 2024. */
const window: OneOffWindow = { bridging: periodOfDays(plainDate('2024-05-01'), plainDate('2024-06-25')) };
const bought = (incurredOn: string, changes: Partial<OneOffFact> = {}): OneOffFact => ({
  receiptReference: 'REC-118',
  kind: 'for-later-use',
  incurredOn: plainDate(incurredOn),
  amountPence: pence(18_500),
  ...changes,
});
const charge = (
  fact: OneOffFact,
  options: Partial<ChargeOptions> = {},
  changes: Partial<OneOffWindow> = {},
) => {
  const [found] = chargedOneOffs([fact], { ...window, ...changes }, { ...defaultChargeOptions, ...options });
  if (found === undefined) throw new Error('The payment is not in the list');
  return found.charge;
};
const known = (chargedPence: number, treatment: string) => ({
  status: 'known',
  value: { chargedPence, treatment },
});
const inputsOf = (figure: ReturnType<typeof charge>) =>
  figure.status === 'known' ? figure.basis.inputs : undefined;
const waitsFor = (fact: string) => ({ status: 'pending', missing: [{ fact }] });
const approvedOn = (day: string): Pick<OneOffFact, 'approval'> => ({
  approval: { outcome: 'approved', on: plainDate(day) },
});

describe('a thing bought in bridging for use after it', () => {
  it('falls on the NHS body when it was approved before it was bought, on the day itself at the latest', () => {
    expect(charge(bought('2024-05-07', approvedOn('2024-05-02')))).toMatchObject(
      known(18_500, 'approved-before'),
    );
    expect(charge(bought('2024-05-07', approvedOn('2024-05-07')))).toMatchObject(
      known(18_500, 'approved-before'),
    );
  });

  it('stays with the council when it was approved after, or not at all', () => {
    const late = bought('2024-05-07', approvedOn('2024-05-08'));
    const never = bought('2024-05-07', { approval: { outcome: 'not-approved' } });
    expect(charge(late)).toMatchObject(known(0, 'not-approved-before'));
    expect(charge(never)).toMatchObject(known(0, 'not-approved-before'));
  });

  it('waits while nobody has said whether it was approved, unless the agreement refuses it then', () => {
    const unsaid = bought('2024-05-07');
    expect(charge(unsaid)).toMatchObject(waitsFor('one-off-approval'));
    expect(charge(unsaid, { oneOffForLaterUse: 'refused-unless-approved-before' })).toMatchObject(
      known(0, 'refused-without-approval'),
    );
  });

  it('says who can tell whether it was approved', () => {
    expect(charge(bought('2024-05-07'))).toMatchObject({
      missing: [
        {
          reason: 'Nobody has said whether one-off payment REC-118 was approved before it was made',
          suppliedBy: "the council's finance team, with the approval of the NHS body",
        },
      ],
    });
  });

  it('is explained by all that was said of it, and by nothing that was not', () => {
    const common = {
      receiptReference: 'REC-118',
      kind: 'for-later-use',
      incurredOn: '2024-05-07',
      amountPence: 18_500,
      bridgingFrom: '2024-05-01',
      bridgingUntil: '2024-06-26',
    };
    const approved = bought('2024-05-07', approvedOn('2024-05-02'));
    const liableUntil = plainDate('2024-06-26');
    expect(inputsOf(charge(approved, {}, { liableUntil }))).toStrictEqual({
      ...common,
      option: 'nhs-if-approved-before',
      treatment: 'approved-before',
      liableUntil: '2024-06-26',
      approval: 'approved',
      approvedOn: '2024-05-02',
      chargedPence: 18_500,
    });
    const refused = bought('2024-05-07', { approval: { outcome: 'not-approved' } });
    expect(inputsOf(charge(refused))).toStrictEqual({
      ...common,
      option: 'nhs-if-approved-before',
      treatment: 'not-approved-before',
      approval: 'not-approved',
      chargedPence: 0,
    });
    const option = 'refused-unless-approved-before';
    expect(inputsOf(charge(bought('2024-05-07'), { oneOffForLaterUse: option }))).toStrictEqual({
      ...common,
      option,
      treatment: 'refused-without-approval',
      chargedPence: 0,
    });
  });

  it('is bought in bridging from its first day on', () => {
    expect(charge(bought('2024-05-01', approvedOn('2024-04-30')))).toMatchObject(
      known(18_500, 'approved-before'),
    );
  });

  it('is not charged when it was bought once bridging was over', () => {
    const after = bought('2024-06-26', approvedOn('2024-06-01'));
    expect(charge(after)).toMatchObject(known(0, 'incurred-outside-bridging'));
  });
});

describe('a yearly cost', () => {
  const premium = bought('2024-02-01', {
    kind: 'annual',
    amountPence: pence(11_900),
    benefit: periodOfDays(plainDate('2024-02-01'), plainDate('2025-01-31')),
  });

  it('is shared by the days that it is good for, whenever it was paid', () => {
    expect(charge(premium)).toMatchObject({
      ...known(8_974, 'shared-by-benefit-period'),
      basis: {
        rule: 'ONE-OFF-TABLE',
        inputs: { receiptReference: 'REC-118', option: 'benefit-period', chargedPence: 8_974 },
        from: [{ rule: 'ONE-OFF-PAYMENT', inputs: { beforeDays: 90, liableDays: 276, liablePence: 8_974 } }],
      },
    });
  });

  it('is explained by the kind that it was shared as', () => {
    expect(inputsOf(charge(premium))).toMatchObject({ treatedAs: 'annual' });
    expect(inputsOf(charge(premium))).not.toHaveProperty('nhsShareOfTheDays');
  });

  it('gives no day after liability ended to the NHS body', () => {
    const liableUntil = plainDate('2024-06-01');
    expect(charge(premium, {}, { liableUntil })).toMatchObject({
      ...known(1_008, 'shared-by-benefit-period'),
      basis: { from: [{ inputs: { beforeDays: 335, liableDays: 31 } }] },
    });
  });

  it('waits for the days that it is good for, unless the day on which it was bought decides', () => {
    const { benefit: _, ...bare } = premium;
    expect(charge(bare)).toMatchObject({
      missing: [
        {
          fact: 'one-off-benefit-period',
          reason: 'Nobody has said for which days one-off payment REC-118 is good',
          suppliedBy: "the council's finance team",
        },
      ],
    });
    const byDay = { oneOffAnnual: 'incurred-date' } as const;
    expect(charge(bare, byDay)).toMatchObject(known(0, 'incurred-outside-bridging'));
    expect(charge({ ...bare, incurredOn: plainDate('2024-05-01') }, byDay)).toMatchObject(
      known(11_900, 'incurred-in-bridging'),
    );
  });
});

describe('what was bought before liability', () => {
  const hoist = bought('2024-04-20', {
    kind: 'before-liability',
    benefit: periodOfDays(plainDate('2024-04-21'), plainDate('2024-05-20')),
  });

  it('stays with the council, or its unexpired part falls on the NHS body where that is agreed', () => {
    expect(charge(hoist)).toMatchObject(known(0, 'bought-before-liability'));
    const agreed = { oneOffBeforeLiability: 'unexpired-by-benefit-period' } as const;
    expect(charge(hoist, agreed)).toMatchObject(known(12_333, 'shared-by-benefit-period'));
    expect(inputsOf(charge(hoist, agreed))).toMatchObject({
      kind: 'before-liability',
      treatedAs: 'before-liability',
    });
    const { benefit: _, ...bare } = hoist;
    expect(charge(bare, agreed)).toMatchObject(waitsFor('one-off-benefit-period'));
  });

  it('is that whatever else it was called', () => {
    const training = bought('2024-04-20', approvedOn('2024-04-02'));
    expect(charge(training)).toMatchObject(known(0, 'bought-before-liability'));
    expect(charge({ ...training, kind: 'respite-or-emergency' })).toMatchObject(
      known(0, 'bought-before-liability'),
    );
  });

  it('has its kind said again once an earlier day of liability is found', () => {
    const bridging = periodOfDays(plainDate('2024-04-10'), plainDate('2024-06-25'));
    expect(charge(hoist, {}, { bridging })).toMatchObject({
      missing: [
        {
          fact: 'one-off-kind',
          reason:
            'One-off payment REC-118 was made on 20 April 2024, when the NHS body was liable already: it is not one from before, and its kind has to be said again',
          suppliedBy: "the council's finance team",
        },
      ],
    });
    const first = periodOfDays(plainDate('2024-04-20'), plainDate('2024-06-25'));
    expect(charge(hoist, {}, { bridging: first })).toMatchObject(waitsFor('one-off-kind'));
    const second = periodOfDays(plainDate('2024-04-21'), plainDate('2024-06-25'));
    expect(charge(hoist, {}, { bridging: second })).toMatchObject(known(0, 'bought-before-liability'));
  });
});

describe('back pay that was paid in bridging', () => {
  const backPay = bought('2024-05-10', {
    kind: 'back-pay',
    amountPence: pence(40_000),
    benefit: periodOfDays(plainDate('2024-04-01'), plainDate('2024-05-10')),
  });

  it('stays with the council for the weeks before liability', () => {
    expect(charge(backPay)).toMatchObject(known(10_000, 'shared-by-benefit-period'));
    const earlier = { ...backPay, benefit: periodOfDays(plainDate('2024-04-01'), plainDate('2024-04-30')) };
    expect(charge(earlier)).toMatchObject(known(0, 'shared-by-benefit-period'));
  });

  it('falls on whoever was liable when it was paid, where the agreement says so', () => {
    expect(charge(backPay, { oneOffBackPay: 'incurred-date' })).toMatchObject(
      known(40_000, 'incurred-in-bridging'),
    );
  });
});

describe('respite and emergency cover', () => {
  const cover = (receiptReference: string, incurredOn: string, amount: number) =>
    bought(incurredOn, { receiptReference, kind: 'respite-or-emergency', amountPence: pence(amount) });

  it('falls on the NHS body', () => {
    expect(charge(cover('REC-1', '2024-05-12', 60_000))).toMatchObject(known(60_000, 'incurred-in-bridging'));
  });

  const upTo = (oneOffRespiteCapPence: number) =>
    ({ ...defaultChargeOptions, oneOffRespite: 'nhs-up-to-cap', oneOffRespiteCapPence }) as const;
  const chargedOf = (facts: readonly OneOffFact[], options: ChargeOptions) =>
    chargedOneOffs(facts, window, options).map(({ receiptReference, charge: figure }) => [
      receiptReference,
      figure.status === 'known' ? figure.value.chargedPence : figure.status,
    ]);

  it('does so from the first day of bridging on, and not before', () => {
    expect(charge(cover('REC-1', '2024-05-01', 60_000))).toMatchObject(known(60_000, 'incurred-in-bridging'));
    expect(charge(cover('REC-1', '2024-04-30', 60_000))).toMatchObject(known(0, 'bought-before-liability'));
  });

  it('is explained by the cap and by what was left of it', () => {
    const [, second] = chargedOneOffs(
      [cover('REC-1', '2024-05-12', 60_000), cover('REC-2', '2024-05-13', 60_000)],
      window,
      upTo(80_000),
    );
    expect(second && inputsOf(second.charge)).toMatchObject({
      capPence: 80_000,
      capLeftPence: 20_000,
      chargedPence: 20_000,
    });
  });

  it('is not charged under a cap either once bridging is over', () => {
    expect(charge(cover('REC-1', '2024-06-26', 60_000), upTo(80_000))).toMatchObject(
      known(0, 'incurred-outside-bridging'),
    );
  });

  it('has a cap of its own, which nothing else uses up and what waits does not either', () => {
    const training = bought('2024-05-02', approvedOn('2024-05-02'));
    const unsaid = bought('2024-05-03');
    const sitting = cover('REC-2', '2024-05-12', 60_000);
    expect(chargedOf([training, unsaid, sitting], upTo(60_000))).toEqual([
      ['REC-118', 18_500],
      ['REC-118', 'pending'],
      ['REC-2', 60_000],
    ]);
    const before = cover('REC-1', '2024-04-20', 5_000);
    const options = { ...upTo(60_000), oneOffBeforeLiability: 'unexpired-by-benefit-period' } as const;
    expect(chargedOf([before, sitting], options)).toEqual([
      ['REC-1', 'pending'],
      ['REC-2', 60_000],
    ]);
  });

  it('has it used up by covers of one day in the order in which they were recorded', () => {
    const day = '2024-05-12';
    const covers = [cover('REC-3', day, 50_000), cover('REC-1', day, 40_000), cover('REC-2', day, 30_000)];
    expect(chargedOf(covers, upTo(80_000))).toEqual([
      ['REC-3', 50_000],
      ['REC-1', 30_000],
      ['REC-2', 0],
    ]);
  });

  it('does so up to the cap, which is used up in the order in which it was bought', () => {
    const options = {
      ...defaultChargeOptions,
      oneOffRespite: 'nhs-up-to-cap',
      oneOffRespiteCapPence: 80_000,
    } as const;
    const covers = [
      cover('REC-2', '2024-06-01', 50_000),
      cover('REC-1', '2024-05-12', 60_000),
      cover('REC-3', '2024-06-02', 1),
    ];
    expect(
      chargedOneOffs(covers, window, options).map(({ receiptReference, charge: { status, ...of } }) => [
        receiptReference,
        status === 'known' && 'value' in of ? of.value : of,
      ]),
    ).toEqual([
      ['REC-1', { chargedPence: 60_000, treatment: 'incurred-in-bridging' }],
      ['REC-2', { chargedPence: 20_000, treatment: 'capped' }],
      ['REC-3', { chargedPence: 0, treatment: 'capped' }],
    ]);
  });
});

describe('one-off payments together', () => {
  it('leave out what was taken back', () => {
    expect(
      chargedOneOffs([bought('2024-05-07', { amountPence: pence(0) })], window, defaultChargeOptions),
    ).toEqual([]);
  });

  it('never charge less than nothing or more than was paid, whatever the options', () => {
    const facts = fc.record({
      receiptReference: fc.constant('REC-1'),
      kind: fc.constantFrom<OneOffFact['kind']>(
        'for-later-use',
        'annual',
        'before-liability',
        'back-pay',
        'respite-or-emergency',
      ),
      incurredOn: fc.integer({ min: -60, max: 90 }).map((days) => addDays(window.bridging.from, days)),
      amountPence: fc.nat(90_000).map(pence),
      benefit: fc
        .tuple(fc.integer({ min: -200, max: 200 }), fc.integer({ min: 1, max: 366 }))
        .map(([first, length]) => {
          const from = addDays(window.bridging.from, first);
          return { from, until: addDays(from, length) };
        }),
      approval: fc.constantFrom<NonNullable<OneOffFact['approval']>>(
        { outcome: 'not-approved' },
        { outcome: 'approved', on: plainDate('2024-05-07') },
      ),
    });
    const options = fc.record<ChargeOptions>({
      costBasis: fc.constant('direct-payment-paid'),
      creditMethod: fc.constant('fifo'),
      oneOffForLaterUse: fc.constantFrom('nhs-if-approved-before', 'refused-unless-approved-before'),
      oneOffAnnual: fc.constantFrom('benefit-period', 'incurred-date'),
      oneOffBeforeLiability: fc.constantFrom('council', 'unexpired-by-benefit-period'),
      oneOffBackPay: fc.constantFrom('council', 'incurred-date'),
      oneOffRespite: fc.constantFrom('nhs', 'nhs-up-to-cap'),
      oneOffRespiteCapPence: fc.nat(100_000),
    });
    fc.assert(
      fc.property(fc.array(facts, { maxLength: 6 }), options, (oneOffs, chosen) => {
        const found = chargedOneOffs(oneOffs, window, chosen);
        for (const { amountPence, charge: figure } of found) {
          if (figure.status === 'pending') continue;
          expect(figure.value.chargedPence).toBeGreaterThanOrEqual(0);
          expect(figure.value.chargedPence).toBeLessThanOrEqual(amountPence);
        }
        if (chosen.oneOffRespite === 'nhs') return;
        const respite = found.flatMap(({ kind, incurredOn, charge: figure }) =>
          kind === 'respite-or-emergency' && incurredOn >= window.bridging.from && figure.status === 'known'
            ? [figure.value.chargedPence]
            : [],
        );
        expect(sumPence(respite)).toBeLessThanOrEqual(chosen.oneOffRespiteCapPence);
      }),
    );
  });
});
