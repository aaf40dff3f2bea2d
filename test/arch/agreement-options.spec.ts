import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { OPTION_DESCRIPTIONS } from '../../src/agreement/domain/option-descriptions.js';
import { optionsPage } from '../rules/options-page.js';
import { root } from '../rules/sources.js';

describe('docs/agreement-options.md', () => {
  it('says what the code says; `npm run rules:write` writes it anew', () => {
    expect(readFileSync(join(root, 'docs/agreement-options.md'), 'utf8')).toBe(
      optionsPage(OPTION_DESCRIPTIONS),
    );
  });
});

describe('The page of options', () => {
  it('says of each what it may be, what it is unless chosen and what it decides', () => {
    const page = optionsPage([
      {
        option: 'costBasis',
        explanation: 'What counts.',
        default: 'direct-payment-paid',
        choices: ['direct-payment-paid', 'actual-spend'],
      },
      {
        option: 'bridgingReviewWeeks',
        explanation: 'Weeks.',
        default: 8,
        limits: { least: 1, most: 52 },
      },
      {
        option: 'leaveOnCostPercent',
        explanation: 'Per cent.',
        default: '0',
        limits: { least: 0, most: 100 },
      },
      {
        option: 'liabilityRulesAllowed',
        explanation: 'Rules.',
        default: 'R1,R2',
        selection: { members: ['R1', 'R2'], always: ['R1'] },
      },
      { option: 'escalationPostCouncil', explanation: 'A post.', default: '', longest: 100 },
    ]);
    const rows = page.split('\n').slice(-8, -1);
    expect(rows.map((row) => row.split(/ *\| */).slice(1, -1))).toEqual([
      ['Option', 'Chooses', 'May be', 'Default', 'What it decides'],
      Array.from({ length: 5 }, () => expect.stringMatching(/^-+$/)),
      [
        '`costBasis`',
        'one value',
        '`direct-payment-paid`, `actual-spend`',
        '`direct-payment-paid`',
        'What counts.',
      ],
      ['`bridgingReviewWeeks`', 'a whole number', '1 to 52', '`8`', 'Weeks.'],
      ['`leaveOnCostPercent`', 'an exact number', '0 to 100', '`0`', 'Per cent.'],
      [
        '`liabilityRulesAllowed`',
        'some of these, with commas',
        '`R1`, `R2`; always `R1`',
        '`R1,R2`',
        'Rules.',
      ],
      ['`escalationPostCouncil`', 'words', 'one line of at most 100 characters', 'nothing', 'A post.'],
    ]);
  });

  it('is not written for an option that may be anything', () => {
    expect(() => optionsPage([{ option: 'costBasis', explanation: '', default: '' }])).toThrow(
      'An option says what it may be',
    );
  });
});
