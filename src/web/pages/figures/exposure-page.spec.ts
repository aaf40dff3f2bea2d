import { describe, expect, it } from '@jest/globals';
import type { ExposureAnswer, ExposureLineAnswer } from '../../../workforce/index.js';
import { exposurePage } from './exposure-page.js';

const money = (amount: string) => ({ amount, currency: 'GBP' as const });
const job = { employmentId: 'EM-1', caseRef: 'TC-1', assistantRef: 'PA-1' };
const known = (byFunder: ExposureLineAnswer['byFunder']) =>
  ({
    ...{ ...job, status: 'known', lowest: money('1440.00'), highest: money('4320.00') },
    ...(byFunder !== undefined && { byFunder }),
  }) as ExposureLineAnswer;
const totals = { byFunder: [], missing: [], lowest: money('0.00'), highest: money('0.00') };

function borneBy(item: ExposureLineAnswer): readonly string[] {
  const exposed = { totals: { ...totals, asAt: '2024-04-30' } as unknown as ExposureAnswer };
  const { model } = exposurePage({}, { ...exposed, jobs: { items: [item] } });
  return (model['jobs'] as readonly { readonly borneBy: readonly string[] }[])[0]!.borneBy;
}

describe('The exposure, job by job', () => {
  it('says who would bear which part of a job, as the API gives it', () => {
    const shares = [
      { funder: 'E10000015', atLowest: money('890.73'), atHighest: money('2672.20') },
      { funder: 'QM7', atLowest: money('549.27'), atHighest: money('1147.80') },
      { funder: 'employer', atLowest: money('0.00'), atHighest: money('500.00') },
    ];
    expect(borneBy(known(shares))).toEqual([
      'Hertfordshire County Council: £890.73 at the lowest, £2,672.20 at the highest',
      'NHS Hertfordshire and West Essex ICB: £549.27 at the lowest, £1,147.80 at the highest',
      'Employer: £0.00 at the lowest, £500.00 at the highest',
    ]);
  });

  it('names nobody for a job without a right to a payment, or one that waits for a fact', () => {
    const missing = [{ fact: 'funding-period', reason: 'Nobody has said', suppliedBy: 'the council' }];
    expect(borneBy(known([]))).toEqual([]);
    expect(borneBy({ ...job, status: 'pending', missing })).toEqual([]);
  });
});
