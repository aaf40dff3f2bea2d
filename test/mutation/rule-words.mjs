import { PluginKind, declareValuePlugin } from '@stryker-mutator/api/plugin';

/**
 * Leaves words as they are that work nothing out and that a page of docs/ and its own spec hold in full: the title and the
 * source of rules, and what the options of a local agreement decide.
 */
const ruleWords = {
  shouldIgnore({ node, parent, parentPath }) {
    if (!node.type.endsWith('Literal') || parent?.type !== 'ObjectProperty') return undefined;
    const inRule = parentPath.parent.properties.some(({ key }) => key?.name === 'certainty');
    if (inRule && ['title', 'source'].includes(parent.key.name))
      return 'The words of a rule are held by docs/rules.md';
    return parentPath.parentPath.parent.id?.name === 'EXPLANATIONS'
      ? 'The words of an option are held by docs/agreement-options.md'
      : undefined;
  },
};

export const strykerPlugins = [declareValuePlugin(PluginKind.Ignore, 'rule-words', ruleWords)];
