// What a spec finds where it asks for '@jest/globals' while it is run without Jest: its tests are collected, not run.
import { expect } from 'expect';
import { bind } from 'jest-each';

/** @type {{ name: string, run: () => unknown }[]} */
let collected = [];
let above = [];

/** Loads a spec with `load` and answers its tests in their order, each with its whole name. */
export async function testsOf(load) {
  collected = [];
  above = [];
  await load();
  return collected;
}

const describe = (title, body) => {
  above.push(title);
  try {
    body();
  } finally {
    above.pop();
  }
};
describe.each = bind(describe, false);

const it = (title, run) => {
  if (run.length > 0) throw new Error(`${title}: a test that wants a callback can only be run by Jest`);
  collected.push({ name: [...above, title].join(' '), run });
};
it.each = bind(it, false);

export { describe, expect, it };
