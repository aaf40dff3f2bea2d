import { describe, expect, it } from '@jest/globals';
import { createOrganisationDirectory, organisationDirectory } from '../../agreement/index.js';
import { plainDate } from '../../kernel/plain-date.js';
import { FieldRefused } from '../../kernel/refusal.js';
import { payerOf, type ChosenSuccessor } from './payer-of.js';

const SPLIT_ON = plainDate('2026-04-01');
const body = (code: string, from: string, until?: string) => ({
  code,
  name: `The ${code.toLowerCase()} board`,
  kind: 'integrated-care-board' as const,
  legal: { from: plainDate(from), ...(until !== undefined && { until: plainDate(until) }) },
});
/** Made-up codes: those of the bodies of 2026 are not loaded. */
const directory = createOrganisationDirectory({
  organisations: [
    body('ZWHOLE', '2022-07-01', '2026-04-01'),
    body('ZNORTH', '2026-04-01'),
    body('ZSOUTH', '2026-04-01'),
    body('ZEAST', '2026-04-01'),
  ],
  successions: [
    {
      from: 'ZWHOLE',
      effectiveOn: SPLIT_ON,
      to: [
        { code: 'ZNORTH', name: 'The North board', area: 'the north' },
        { code: 'ZSOUTH', name: 'The South board', area: 'the south' },
      ],
      document: 'A scheme',
    },
  ],
});
const why = { reasonCode: 'area-of-the-person', documentReference: 'SCHEME-1' } as const;
const payer = (chosen: ChosenSuccessor, on = '2026-05-11', debtor = 'ZWHOLE') =>
  payerOf(directory, debtor, plainDate(on), chosen);

/** The pointer and the code of what is refused. */
function refused(ask: () => unknown): readonly string[] {
  try {
    ask();
  } catch (fault) {
    if (fault instanceof FieldRefused) return [fault.pointer, fault.code];
    throw fault;
  }
  return [];
}

describe('who pays a document', () => {
  it('is the debtor while it exists, and nobody is asked', () => {
    expect(payer({}, '2026-03-31')).toMatchObject({
      payer: { status: 'known', organisation: { code: 'ZWHOLE' } },
    });
  });

  it('is the only body that took over, as for the days of a CCG (BR-10)', () => {
    const ofCcg = payerOf(organisationDirectory, '06N', plainDate('2022-09-05'), {});
    expect(ofCcg.payer).toMatchObject({ status: 'known', organisation: { code: 'QM7' } });
    const named = payerOf(organisationDirectory, '06N', plainDate('2022-09-05'), { payableBy: 'QM7' });
    expect(named).toEqual(ofCcg);
  });

  it('waits after a split without a choice, and asks in words for one', () => {
    expect(payer({})).toEqual({
      payer: {
        status: 'pending',
        missing: {
          fact: 'successor',
          reason:
            'The zwhole board was replaced on 1 April 2026 by The North board (the north) and The South board (the south); which of them pays has to be chosen',
          suppliedBy: 'the finance teams of both bodies',
        },
      },
    });
  });

  it('is waited for after the split of 2026 in the bodies that are loaded, for a CCG before it too', () => {
    for (const debtor of ['QM7', '06N']) {
      const { payer: found } = payerOf(organisationDirectory, debtor, plainDate('2026-05-11'), {});
      expect(found).toMatchObject({
        status: 'pending',
        missing: {
          fact: 'successor',
          reason: expect.stringContaining('which of them pays has to be chosen'),
        },
      });
    }
  });

  it('is the successor that is chosen, with the reason and what shows it', () => {
    expect(payer({ payableBy: 'ZNORTH', ...why })).toEqual({
      payer: { status: 'known', organisation: { code: 'ZNORTH' } },
      choice: why,
    });
  });

  it.each<[string, ChosenSuccessor, string, readonly string[]]>([
    ['a choice without a reason', { payableBy: 'ZNORTH' }, '2026-05-11', ['/payableByReason', 'required']],
    [
      'a choice that nothing shows',
      { payableBy: 'ZNORTH', reasonCode: why.reasonCode },
      '2026-05-11',
      ['/payableByDocument', 'required'],
    ],
    [
      'a body that did not take over',
      { payableBy: 'ZEAST', ...why },
      '2026-05-11',
      ['/payableBy', 'not-a-successor'],
    ],
    [
      'a successor before it was there',
      { payableBy: 'ZNORTH', ...why },
      '2026-03-31',
      ['/payableBy', 'not-a-successor'],
    ],
    ['a reason without a successor', why, '2026-05-11', ['/payableByReason', 'not-wanted']],
    [
      'a reason where nothing is to be chosen',
      { payableBy: 'ZWHOLE', ...why },
      '2026-03-31',
      ['/payableByReason', 'not-wanted'],
    ],
  ])('is not taken from %s', (_, chosen, on, expected) => {
    expect(refused(() => payer(chosen, on))).toEqual(expected);
  });
});
