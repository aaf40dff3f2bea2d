import { PluginKind, declareValuePlugin } from '@stryker-mutator/api/plugin';

/**
 * Leaves as it is what works nothing out and what a page of docs/ and its own spec hold in full: the title and the source of
 * rules, and the table of the options of a local agreement with their sentences, values, defaults and limits.
 */
const OPTION_KINDS = ['choice', 'count', 'exact', 'selection', 'words'];

const ruleWords = {
  shouldIgnore({ node, parent, parentPath }) {
    if (parent?.type === 'CallExpression' && OPTION_KINDS.includes(parent.callee.name))
      return 'The table of options is held by docs/agreement-options.md';
    if (!node.type.endsWith('Literal') || parent?.type !== 'ObjectProperty') return undefined;
    const inRule = parentPath.parent.properties.some(({ key }) => key?.name === 'certainty');
    return inRule && ['title', 'source'].includes(parent.key.name)
      ? 'The words of a rule are held by docs/rules.md'
      : undefined;
  },
};

export const strykerPlugins = [declareValuePlugin(PluginKind.Ignore, 'rule-words', ruleWords)];
