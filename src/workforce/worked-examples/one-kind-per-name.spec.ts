import { describe, expect, it } from '@jest/globals';
import { InvalidValue } from '../../kernel/invalid-value.js';
import { NotUnderstood, type WorkedExampleKind } from '../../kernel/worked-example.js';
import { oneKindPerName } from './one-kind-per-name.js';

const reading = (kind: string, input: string): WorkedExampleKind => ({
  kind,
  compute: (inputs) => {
    if (inputs[input] === undefined) throw new NotUnderstood(`no ${input}`);
    if (inputs[input] === 'bad') throw new InvalidValue(`a bad ${input}`);
    return { read: input };
  },
});

describe('Kinds of one name', () => {
  const kinds = oneKindPerName([reading('unit', 'pay'), reading('flow', 'day'), reading('unit', 'holiday')]);

  it('become one kind each', () => expect(kinds.map(({ kind }) => kind)).toEqual(['unit', 'flow']));

  it.each(['pay', 'holiday'])('answer by the one that understands the row: %s', (input) =>
    expect(kinds[0]!.compute({ [input]: 1 }, {})).toEqual({ read: input }),
  );

  it('do not understand a row for the reasons of each', () =>
    expect(() => kinds[0]!.compute({}, {})).toThrow(new NotUnderstood('no pay; no holiday')));

  it('leave a fault of the one that took the row as it is', () =>
    expect(() => kinds[0]!.compute({ pay: 'bad', holiday: 1 }, {})).toThrow(InvalidValue));
});
