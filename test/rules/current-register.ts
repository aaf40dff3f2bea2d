import 'reflect-metadata';
import { hospitalRules } from '../../src/hospital/index.js';
import { peopleRules } from '../../src/people/index.js';
import { rechargeRules } from '../../src/recharge/index.js';
import { transferCaseRules } from '../../src/transfer-case/index.js';
import { workforceRules } from '../../src/workforce/index.js';
import { ruleRegister, type RuleRegister } from './rule-register.js';
import { readSources } from './sources.js';

/** The register of the product as it stands: the lists that its contexts export, beside its sources. */
export function currentRegister(): RuleRegister {
  return ruleRegister(
    [
      { context: 'transfer-case', rules: transferCaseRules },
      { context: 'workforce', rules: workforceRules },
      { context: 'recharge', rules: rechargeRules },
      { context: 'hospital', rules: hospitalRules },
      { context: 'people', rules: peopleRules },
    ],
    readSources(),
  );
}
