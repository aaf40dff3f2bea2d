import { describe, expect, it } from '@jest/globals';
import { ApiRefusal } from '../../platform/http/inside/api-refusal.js';
import { Problem } from '../../platform/http/problems/problem.js';
import { refusedForm } from './mendable.js';

const typed = { amount: '12.50', _key: 'the-first' };
const refusedFor = (...said: ConstructorParameters<typeof Problem>) =>
  new ApiRefusal(new Problem(...said).content);

describe('A form that was refused', () => {
  it('is another command when it is sent again', () => {
    const fault = refusedFor('invalid-fields', 'amount is missing.');
    const { values, problem } = refusedForm(typed, fault);
    expect(problem).toBe(fault.content);
    expect(values).toEqual({ amount: '12.50', _key: expect.stringMatching(/^[0-9a-f-]{36}$/) });
  });

  it('is the same command when it is sent again while that is still being carried out', () => {
    const fault = refusedFor('command-running', 'It is still running.');
    expect(refusedForm(typed, fault)).toEqual({ values: typed, problem: fault.content });
  });

  it('is no form where nobody can mend it', () => {
    const faults = [new Error('lost'), refusedFor('not-allowed', 'No.'), refusedFor('unavailable', 'Later.')];
    for (const fault of faults) expect(() => refusedForm(typed, fault)).toThrow(fault);
  });
});
