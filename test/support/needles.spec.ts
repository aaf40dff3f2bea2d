import { describe, expect, it } from '@jest/globals';
import { Needles } from './needles.js';

const needles = new Needles();
needles.add('Zorvlix');
needles.add('943 476 5919');
const found = (text: string | Buffer) => [...needles.find(Buffer.from(text))];
const secret = (offset: number) =>
  Buffer.concat([Buffer.alloc(offset, 7), Buffer.from('Zorvlix'), Buffer.alloc(5, 9)]);

describe('what is looked for', () => {
  it.each([
    ['Zorvlix', 'Zorvlix'],
    ['the end: zorvlix', 'Zorvlix'],
    ['ZORVLIX!', 'Zorvlix'],
    [`\\x${Buffer.from('xZorvlix').toString('hex')}`, 'Zorvlix in hexadecimal'],
    [secret(0).toString('base64'), 'Zorvlix in Base64'],
    [secret(1).toString('base64'), 'Zorvlix in Base64'],
    [secret(2).toString('base64'), 'Zorvlix in Base64'],
    ['a943 476 5919b', '943 476 5919'],
  ])('is found in %j', (text, label) => {
    expect(found(text)).toContain(label);
  });

  it.each(['', 'Zorvli', 'Zorvl ix', '9434765919'])('is not found in %j', (text) => {
    expect(found(text)).toEqual([]);
  });

  it('is not so short that it is found by chance', () => {
    expect(() => {
      needles.add('Zorvl');
    }).toThrow(RangeError);
  });
});
