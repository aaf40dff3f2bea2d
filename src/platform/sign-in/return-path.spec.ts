import { expect, it } from '@jest/globals';
import { returnPath } from './return-path.js';

it.each([['/'], ['/cases'], ['/cases?waiting=us&page=2'], ['/cases/TC-1#money']])(
  '%s is a page of ours',
  (path) => {
    expect(returnPath(path)).toBe(path);
  },
);

it.each([
  ['another site', 'https://elsewhere.example/'],
  ['another site without a scheme', '//elsewhere.example/'],
  ['another site as some browsers read it', '/\\elsewhere.example/'],
  ['another site behind a tab, which browsers drop', '/\t/elsewhere.example'],
  ['a script', 'javascript:alert(1)'],
  ['a page without its stroke', 'cases'],
  ['nothing', ''],
  ['a list', ['/cases', '/people']],
  ['more than an address holds', `/${'x'.repeat(1_000)}`],
])('%s is not, and the start page stands in for it', (_, path) => {
  expect(returnPath(path)).toBe('/');
});
