import { describe, expect, it } from '@jest/globals';
import { pence } from '../../../kernel/pence.js';
import { reclaimWarnings } from './reclaim-warnings.js';

const reclaimed = { amountPence: pence(124_000), reclaimReference: 'RECLAIM-1' };

describe('money that was taken back from the account', () => {
  it('is warned about while leave or redundancy is open, with the employments', () => {
    expect(reclaimWarnings({ reclaimed }, { leave: ['EM-1', 'EM-2'], redundancy: ['EM-3'] })).toEqual([
      {
        code: 'reclaimed-before-leave-is-known',
        reason:
          'The council took money back from the account while the leave of these employments is not known yet, so a reserve for it may be gone: EM-1, EM-2',
      },
      {
        code: 'reclaimed-before-redundancy-is-shared',
        reason:
          'The council took money back from the account while the redundancy cost of these employments is not shared yet, so a reserve for it may be gone: EM-3',
      },
    ]);
  });

  it('is no matter once both are fixed, nor while nothing was taken back', () => {
    expect(reclaimWarnings({ reclaimed }, { leave: [], redundancy: [] })).toEqual([]);
    const open = { leave: ['EM-1'], redundancy: [] };
    expect(reclaimWarnings({}, open)).toEqual([]);
    expect(reclaimWarnings({ reclaimed: { ...reclaimed, amountPence: pence(0) } }, open)).toEqual([]);
  });
});
