import ts from 'typescript';

/** A rule as it stands in the sources. */
export interface RuleConstant {
  readonly code: string;
  readonly version: number;
  /** The variable that holds it, by itself or among others. */
  readonly constant: string;
  /** Path from the root of the repository. */
  readonly file: string;
}

const FIELDS = ['code', 'version', 'title', 'source', 'certainty'];

/**
 * The rules that a file declares: its object literals with all the fields of a `Rule`. They are found in the text and not
 * by loading it, so that a rule that no list names is found as well.
 *
 * @throws Error when the code or the version is not written out, since nobody could look for it.
 */
export function ruleConstantsIn(file: string, content: string): RuleConstant[] {
  const found: RuleConstant[] = [];
  const visit = (node: ts.Node, constant: string): void => {
    if (ts.isObjectLiteralExpression(node) && hasAllFields(node)) found.push(read(node, constant, file));
    const within = ts.isVariableDeclaration(node) && ts.isIdentifier(node.name) ? node.name.text : constant;
    node.forEachChild((child) => {
      visit(child, within);
    });
  };
  visit(ts.createSourceFile(file, content, ts.ScriptTarget.ES2023), '');
  return found;
}

function hasAllFields(node: ts.ObjectLiteralExpression): boolean {
  const names = node.properties.map(({ name }) => (name && ts.isIdentifier(name) ? name.text : ''));
  return FIELDS.every((field) => names.includes(field));
}

function read(node: ts.ObjectLiteralExpression, constant: string, file: string): RuleConstant {
  const [code, version] = [valueOf(node, 'code'), valueOf(node, 'version')];
  if (!code || !ts.isStringLiteralLike(code) || !version || !ts.isNumericLiteral(version)) {
    throw new Error(`${file}: the code and the version of a rule are written out where it is declared`);
  }
  return { code: code.text, version: Number(version.text), constant, file };
}

function valueOf(node: ts.ObjectLiteralExpression, field: string): ts.Expression | undefined {
  const property = node.properties.find(({ name }) => name && ts.isIdentifier(name) && name.text === field);
  return property && ts.isPropertyAssignment(property) ? property.initializer : undefined;
}
