import { describe, expect, it } from '@jest/globals';
import { employmentIdOf } from './employment-id.js';

describe('The employment of a PA', () => {
  it('is one for each employer, for a PA who works for two people (odd input 32)', () => {
    const [forOne, forAnother] = ['TC-0000000001', 'TC-0000000002'].map((caseRef) =>
      employmentIdOf(caseRef, 'PA-1'),
    );
    expect(forOne).not.toBe(forAnother);
    expect(employmentIdOf('TC-0000000001', 'PA-1')).toBe(forOne);
  });
});
