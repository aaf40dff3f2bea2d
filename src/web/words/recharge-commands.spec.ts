import { describe, expect, it } from '@jest/globals';
import { rechargeNextSteps } from '../../recharge/index.js';
import { lineCommands, rechargeCommands } from './recharge-commands.js';
import { rechargeStatusWords } from './recharge-words.js';

describe('What is done to recharges', () => {
  it('has words for every step of the stage table, and no others', () => {
    const steps = new Set<string>(Object.values(rechargeNextSteps).flat());
    const offered = [...rechargeCommands, ...Object.values(lineCommands)].map(({ step }) => step);
    expect(offered.sort()).toEqual([...steps].sort());
  });

  it('has words for every status', () => {
    expect(Object.keys(rechargeStatusWords).sort()).toEqual(Object.keys(rechargeNextSteps).sort());
  });
});
