import { describe, expect, it } from '@jest/globals';
import { Download } from './page.js';

describe('A download', () => {
  it.each(['TC-1234567890-history.csv', 'statement-E10000015-QM7-2024-04-01-2025-03-31.csv'])(
    'may be named %s',
    (name) => {
      expect(new Download(name, 'text/csv', '').fileName).toBe(name);
    },
  );

  it.each([
    '../lines.csv',
    'a/lines.csv',
    'a\\lines.csv',
    '.htaccess',
    'lines.csv"; x="',
    'lines\r\nset-cookie: a=b',
    'Ümlaut.csv',
    '',
    'a'.repeat(200),
  ])('is not named %j', (name) => {
    expect(() => new Download(name, 'text/csv', '')).toThrow('is no name for a file');
  });
});
