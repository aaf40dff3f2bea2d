import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { fuzz } from './fuzzer.js';
import { FuzzedProduct } from './fuzzed-product.js';
import { playedReferences } from './played-references.js';

// Lets the fuzzer loose on the product, in this process and on a database that is thrown away afterwards.

const { values: options } = parseArgs({
  options: {
    requests: { type: 'string', default: '2000' },
    seed: { type: 'string' },
    only: { type: 'string' },
  },
});
const run = {
  requests: wholeNumber('requests', options.requests),
  seed: wholeNumber('seed', options.seed ?? String(randomInt(2 ** 31))),
  ...(options.only !== undefined && { only: new RegExp(options.only) }),
};

console.log(
  `Seed ${run.seed}. Play it again with: npm run fuzz -- --requests ${run.requests} --seed ${run.seed}`,
);
const product = await FuzzedProduct.start();
try {
  const { address, databaseUrl, issuer } = product;
  const references = await playedReferences(address, issuer);
  const report = await fuzz({ address, databaseUrl, issuer, references }, run);
  report.lines().forEach((line) => console.log(line));
  console.log(`${report.requests} requests, ${report.faults.length} failed`);
  process.exitCode = report.faults.length === 0 ? 0 : 1;
} finally {
  await product.stop();
}
process.exit();

function wholeNumber(name: string, text: string): number {
  if (/^\d{1,10}$/.test(text)) return Number(text);
  console.error(`--${name} is "${text}": it must be a whole number`);
  process.exit(2);
}
