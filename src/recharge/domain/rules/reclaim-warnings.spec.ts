import { describe, expect, it } from '@jest/globals';
import { basisOf } from '../../../kernel/basis.js';
import { known } from '../../../kernel/figure.js';
import { pence } from '../../../kernel/pence.js';
import { plainDate } from '../../../kernel/plain-date.js';
import { ACCOUNT_LEAVE, ACCOUNT_RECLAIM } from './recharge-rules.js';
import { reclaimWarnings } from './reclaim-warnings.js';

const closed = { on: plainDate('2024-07-05'), balancePence: pence(124_000), statementReference: 'ST-7' };
const reclaimOf = (amount: number) =>
  known(
    { from: plainDate('2024-06-26'), payments: [], totalPence: pence(amount) },
    basisOf(ACCOUNT_RECLAIM, { totalPence: amount }),
  );
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
    expect(reclaimWarnings({}, open, { reclaim: reclaimOf(0), leaveHeldBack: null })).toEqual([]);
    expect(reclaimWarnings({ reclaimed: { ...reclaimed, amountPence: pence(0) } }, open)).toEqual([]);
  });
});

describe('money that is to be taken back from the account', () => {
  const open = { leave: ['EM-1'], redundancy: ['EM-3'] };
  const codes = (...facts: Parameters<typeof reclaimWarnings>) =>
    reclaimWarnings(...facts).map(({ code }) => code);

  it('is warned about before it is done, while leave or redundancy is open', () => {
    expect(reclaimWarnings({ closed }, open)).toEqual([
      {
        code: 'leave-open-before-reclaim',
        reason:
          'Take no money back from the account while the leave of these employments is not known yet, or a reserve for it is lost: EM-1',
      },
      {
        code: 'redundancy-open-before-reclaim',
        reason:
          'Take no money back from the account while the redundancy cost of these employments is not shared yet, or a reserve for it is lost: EM-3',
      },
    ]);
    expect(codes({}, open, { reclaim: reclaimOf(1), leaveHeldBack: null })).toEqual([
      'leave-open-before-reclaim',
      'redundancy-open-before-reclaim',
    ]);
    expect(codes({ closed }, { leave: [], redundancy: [] })).toEqual([]);
  });

  it('is warned about once it was done, where less is left than has to stay for leave', () => {
    const settled = { leave: [], redundancy: [] };
    const held = (amount: number) => ({
      reclaim: reclaimOf(0),
      leaveHeldBack: known(pence(amount), basisOf(ACCOUNT_LEAVE, { keptPence: amount })),
    });
    const account = { closed: { ...closed, balancePence: pence(130_000) }, reclaimed };
    expect(reclaimWarnings(account, settled, held(6_001))).toEqual([
      {
        code: 'held-back-leave-reclaimed',
        reason:
          'The council took back so much that 6000 pence are left in the account, and 6001 pence have to stay there for leave',
      },
    ]);
    expect(codes(account, settled, held(6_000))).toEqual([]);
  });
});
