import { describe, expect, it } from '@jest/globals';
import { caseCommands, caseCommandsOn } from './case-commands.js';

describe('what can be done to a case', () => {
  const textOf = (facts: Parameters<typeof caseCommandsOn>[0]) =>
    caseCommandsOn(facts).find(({ step }) => step === 'reopen-case')?.text;

  it('is to reopen it, or to agree to that where somebody has asked for it', () => {
    const reopeningRequest = {
      reasonCode: 'decision-came-late',
      documentReference: 'LETTER-2024-77',
      by: { id: 'anna' },
    };
    expect(textOf({})).toBe('Reopen the case');
    expect(textOf({ reopeningRequest })).toBe('Agree to reopen the case');
    expect(caseCommandsOn({ reopeningRequest })).toHaveLength(caseCommands.length);
  });
});
