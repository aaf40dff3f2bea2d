import type { Rule } from '../../src/kernel/basis.js';
import { ruleConstantsIn, type RuleConstant } from './rule-constants.js';
import { testOf, type RuleTest, type Sources } from './rule-tests.js';

/** The rules that a context lists. */
export interface ListedRules {
  readonly context: string;
  readonly rules: readonly Rule[];
}

/** One line of the register. */
export interface RegisteredRule {
  readonly context: string;
  readonly rule: Rule;
  /** Absent when no source declares the rule. */
  readonly file?: string;
  /** Absent when nothing tests it. */
  readonly test?: RuleTest;
}

export interface RuleRegister {
  /** In the order of the lists. */
  readonly rules: readonly RegisteredRule[];
  /** What is wrong with the lists, in sentences. */
  readonly faults: readonly string[];
}

const DOMAIN = /^src\/[^/]+\/domain\/.*(?<!\.spec|\.fixtures)\.ts$/;

const nameOf = ({ code, version }: Pick<Rule, 'code' | 'version'>) => `${code} version ${version}`;

/** Puts the lists of the contexts beside the sources: where each rule is declared and what tests it. */
export function ruleRegister(lists: readonly ListedRules[], sources: Sources): RuleRegister {
  const declared = [...sources].flatMap(([path, content]) =>
    DOMAIN.test(path) ? ruleConstantsIn(path, content) : [],
  );
  const rules = lists.flatMap(({ context, rules: listed }) =>
    listed.map((rule) => registered(context, rule, declared, sources)),
  );
  return { rules, faults: [...shared(declared), ...unlisted(declared, rules), ...rules.flatMap(faultsOf)] };
}

function registered(
  context: string,
  rule: Rule,
  declared: readonly RuleConstant[],
  sources: Sources,
): RegisteredRule {
  const constant = declared.find(
    ({ file, ...found }) => nameOf(found) === nameOf(rule) && file.startsWith(`src/${context}/`),
  );
  if (constant === undefined) return { context, rule };
  const test = testOf(constant, sources);
  return { context, rule, file: constant.file, ...(test && { test }) };
}

/** A code means one rule: only another version of it, in the same context, may bear it too. */
function shared(declared: readonly RuleConstant[]): string[] {
  return declared.flatMap((rule, place) => {
    const other = declared.slice(0, place).find(({ code }) => code === rule.code);
    if (other === undefined) return [];
    const anotherVersion = other.version !== rule.version && contextOf(other) === contextOf(rule);
    return anotherVersion ? [] : [`${rule.code} is the code of a rule in ${other.file} and in ${rule.file}`];
  });
}

const contextOf = ({ file }: RuleConstant) => file.split('/')[1];

function unlisted(declared: readonly RuleConstant[], rules: readonly RegisteredRule[]): string[] {
  const listed = new Set(rules.map(({ rule }) => nameOf(rule)));
  return declared
    .filter((rule) => !listed.has(nameOf(rule)))
    .map((rule) => `${nameOf(rule)} in ${rule.file} is in no list of rules`);
}

function faultsOf(
  { context, rule, file, test }: RegisteredRule,
  place: number,
  all: readonly RegisteredRule[],
) {
  const faults: string[] = [];
  if (file === undefined) faults.push(`${nameOf(rule)} is listed and not declared in src/${context}/domain`);
  else if (test === undefined) faults.push(`${nameOf(rule)} in ${file} has no test`);
  if (all.slice(0, place).some((other) => nameOf(other.rule) === nameOf(rule)))
    faults.push(`${nameOf(rule)} is listed twice`);
  return faults;
}
