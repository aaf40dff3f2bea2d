import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { currentRegister } from './current-register.js';
import { rulesPage } from './rules-page.js';
import { root } from './sources.js';

const { rules, faults } = currentRegister();
faults.forEach((fault) => console.error(fault));
if (faults.length > 0) process.exitCode = 1;
else writeFileSync(join(root, 'docs/rules.md'), rulesPage(rules));
