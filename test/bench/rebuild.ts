import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { ALL_READ_MODELS, rebuildRates, type RebuildRate } from './rebuild-rates.js';
import { rebuildLine } from './report.js';
import { rebuildTargets, targetTable } from './targets.js';

// How many events a second a read model is rebuilt from, at sizes of the store that lie far apart, and how much memory that
// takes.

const { values: options } = parseArgs({
  options: {
    events: { type: 'string', default: '100000' },
    projections: { type: 'string', default: ALL_READ_MODELS.join(',') },
    json: { type: 'string' },
  },
});

const rates: RebuildRate[] = [];
for (const events of options.events.split(',').map(Number)) {
  await rebuildRates(events, options.projections.split(','), (rate) => {
    rates.push(rate);
    console.log(rebuildLine(rate));
  });
}
const targets = rebuildTargets(rates);
console.log(targetTable(targets));
if (options.json !== undefined) {
  await writeFile(options.json, `${JSON.stringify({ rebuilds: rates, targets }, null, 2)}\n`);
}
