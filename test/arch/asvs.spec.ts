import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';

interface Row {
  readonly id: string;
  readonly level: string;
  readonly requirement: string;
  readonly applies: string;
  readonly how: string;
  readonly test: string;
  readonly reason: string;
}

/** How many requirements version 5.0.0 of the standard has at level 1, and more at level 2. */
const AT_LEVEL = { '1': 70, '2': 183 };
/** Of level 3 those that the product meets are listed, and no others. */
const BEYOND = '3';

/** What is wrong with a row, in words. */
function faultsOf({ level, requirement, applies, how, test, reason }: Row): readonly string[] {
  return [
    ...(level in AT_LEVEL || (level === BEYOND && test !== '') ? [] : [`has level ${level}`]),
    ...(requirement === '' ? ['says nothing'] : []),
    ...(['yes', 'no'].includes(applies) ? [] : [`applies ${applies}`]),
    ...(test === '' && reason === '' ? ['has neither a test nor a reason'] : []),
    ...(applies === 'no' && reason === '' ? ['does not apply for no reason'] : []),
    ...(test !== '' && !existsSync(test) ? [`names ${test}, which is not there`] : []),
    ...(test !== '' && how === '' ? ['does not say how it is met'] : []),
    ...(applies === 'yes' && test === '' && !/^(not yet|by review): ./.test(reason)
      ? ['hides what is missing']
      : []),
  ];
}

describe('the list of the Application Security Verification Standard 5.0.0', () => {
  const rows = parse(readFileSync('docs/asvs.csv', 'utf8'), { columns: true }) as readonly Row[];
  const [first] = rows as [Row];

  it('has every requirement of levels 1 and 2 once', () => {
    const ids = rows.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => !/^V\d+\.\d+\.\d+$/.test(id))).toEqual([]);
    for (const [level, count] of Object.entries(AT_LEVEL)) {
      expect([level, rows.filter((row) => row.level === level).length]).toEqual([level, count]);
    }
  });

  it('proves each by a test that is there, or says why not', () => {
    expect(rows.flatMap((row) => faultsOf(row).map((fault) => `${row.id} ${fault}`))).toEqual([]);
  });

  it.each<[string, Partial<Row>]>([
    ['has neither a test nor a reason', { test: '', reason: '' }],
    ['names test/none.spec.ts, which is not there', { test: 'test/none.spec.ts' }],
    ['does not apply for no reason', { applies: 'no', reason: '' }],
    ['hides what is missing', { applies: 'yes', test: '', reason: 'we trust it' }],
  ])('would be noticed where a row %s', (fault, change) => {
    expect(faultsOf({ ...first, ...change })).toContain(fault);
  });
});
