import { describe, it } from '@jest/globals';
import { scenario } from '../../../../test/support/scenario.js';
import { plainDate } from '../../../kernel/plain-date.js';
import type { CaseRegisterEvent } from './case-register.events.js';
import { caseRegister } from './case-register.js';
import { releaseReference } from './release-reference.decision.js';
import { claimReference, DuplicateCase } from './claim-reference.decision.js';

const today = plainDate('2024-01-15');
const claimed = (caseRef: string, nhsBody: string): CaseRegisterEvent => ({
  type: 'case-register.reference-claimed',
  occurredOn: today,
  data: { caseRef, nhsBody },
});
const released = (caseRef: string): CaseRegisterEvent => ({
  type: 'case-register.reference-released',
  occurredOn: today,
  data: { caseRef },
});
const terms = {
  caseRef: 'TC-NEW0000000',
  nhsBody: 'QM7',
  lineage: ['QM7', '06N', '06K', '07H'],
  finished: [] as readonly string[],
  today,
};

describe('Claiming the reference of a person', () => {
  const register = scenario(caseRegister);

  it('is granted to the first case, and a repeat finds its own claim', () => {
    register.when(claimReference(terms)).thenEvents([claimed('TC-NEW0000000', 'QM7')]);
    register.given(claimed('TC-NEW0000000', 'QM7')).when(claimReference(terms)).thenNothing();
  });

  it('is refused while another case of the same two bodies lives, and names it', () => {
    register
      .given(claimed('TC-OLD0000000', 'QM7'))
      .when(claimReference(terms))
      .thenRefused(DuplicateCase, /has a case already: TC-OLD0000000/);
  });

  it('is refused for a case with a body that the NHS body took over from', () => {
    register
      .given(claimed('TC-OLD0000000', '06N'))
      .when(claimReference(terms))
      .thenRefused(DuplicateCase, /TC-OLD0000000/);
  });

  it('is granted for a move to another NHS body', () => {
    register
      .given(claimed('TC-OLD0000000', 'QNC'))
      .when(claimReference(terms))
      .thenEvents([claimed('TC-NEW0000000', 'QM7')]);
  });

  it('is let go of by a case that was merged (odd input 44), and by no other', () => {
    const release = (caseRef: string) => releaseReference({ caseRef, today });
    const held = register.given(claimed('TC-OLD0000000', 'QM7'));
    held.when(release('TC-OLD0000000')).thenEvents([released('TC-OLD0000000')]);
    held.when(release('TC-NEW0000000')).thenNothing();
    held
      .given(released('TC-OLD0000000'))
      .when(claimReference(terms))
      .thenEvents([claimed('TC-NEW0000000', 'QM7')]);
  });

  it('is taken over from a case that is over or was never begun', () => {
    register
      .given(claimed('TC-OLD0000000', 'QM7'))
      .when(claimReference({ ...terms, finished: ['TC-OLD0000000'] }))
      .thenEvents([released('TC-OLD0000000'), claimed('TC-NEW0000000', 'QM7')]);
  });
});
