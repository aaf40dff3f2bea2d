import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { OPTION_DESCRIPTIONS } from '../../src/agreement/domain/option-descriptions.js';
import { currentRegister } from './current-register.js';
import { optionsPage } from './options-page.js';
import { rulesPage } from './rules-page.js';
import { root } from './sources.js';

writeFileSync(join(root, 'docs/agreement-options.md'), optionsPage(OPTION_DESCRIPTIONS));
const { rules, faults } = currentRegister();
faults.forEach((fault) => console.error(fault));
if (faults.length > 0) process.exitCode = 1;
else writeFileSync(join(root, 'docs/rules.md'), rulesPage(rules));
