import { describe, expect, it } from '@jest/globals';
import { getMetadataStorage, IsInt, IsString, MaxLength, Min, validate } from 'class-validator';
import { rememberRules } from './remembered-rules.js';

class Parent {
  @IsString()
  @MaxLength(5)
  name: unknown;
}

class Child extends Parent {
  @IsInt()
  @Min(1, { groups: ['strict'] })
  age: unknown;
}

const failing = async (values: object, groups?: string[]) =>
  (await validate(Object.assign(new Child(), values), groups === undefined ? {} : { groups })).flatMap(
    ({ property, constraints = {} }) => Object.keys(constraints).map((rule) => `${property} ${rule}`),
  );

describe('Remembered rules', () => {
  rememberRules();

  it.each([1, 2])('are those of the class and of its parents, at check %d', async () => {
    expect(await failing({ name: 'too long', age: 'x' })).toEqual(
      expect.arrayContaining(['age isInt', 'name maxLength']),
    );
    expect(await failing({ name: 'short', age: 1 })).toEqual([]);
  });

  it('are gathered once for each class', () => {
    const rulesOf = (target: typeof Parent) =>
      getMetadataStorage().getTargetValidationMetadatas(target, '', false, false);
    expect(rulesOf(Child)).toBe(rulesOf(Child));
    expect(rulesOf(Parent)).toBe(rulesOf(Parent));
    expect(rulesOf(Parent)).toHaveLength(2);
    expect(rulesOf(Child).length).toBeGreaterThan(2);
  });

  it('are not those of a check for some groups', async () => {
    expect(await failing({ name: 'too long', age: 0 }, ['strict'])).toEqual(['age min']);
    expect(await failing({ name: 'short', age: 'x' })).toContain('age isInt');
  });
});
