import { PluginKind, declareValuePlugin } from '@stryker-mutator/api/plugin';

/**
 * Leaves the title and the source of rules as they are: they work nothing out, and docs/rules.md with its own spec holds
 * every word of them.
 */
const ruleWords = {
  shouldIgnore({ node, parent, parentPath }) {
    if (!node.type.endsWith('Literal') || parent?.type !== 'ObjectProperty') return undefined;
    const inRule = parentPath.parent.properties.some(({ key }) => key?.name === 'certainty');
    return inRule && ['title', 'source'].includes(parent.key.name)
      ? 'The words of a rule are held by docs/rules.md'
      : undefined;
  },
};

export const strykerPlugins = [declareValuePlugin(PluginKind.Ignore, 'rule-words', ruleWords)];
