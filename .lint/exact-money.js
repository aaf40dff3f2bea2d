// Money is whole pence and exact fractions. This reports what would put a binary float among them, by the types of the
// values, so that whole-number arithmetic on `bigint` stays free: `/`, `%` and `**` on numbers, decimals written out,
// text or numbers made into numbers, rounding of the language, and sums on pence that do not go through kernel/pence.
import ts from 'typescript';

const MESSAGES = {
  division: '`{{operator}}` on numbers gives a float: divide a Fraction (kernel/fraction) or a bigint.',
  decimal: '{{raw}} is a binary float: read the decimal as text with Fraction.parse.',
  fromText: '{{call}} makes a float of text: read it with penceFromPounds or Fraction.parse.',
  rounding: '{{call}} works on floats: Fraction rounds exactly, and kernel/pence compares.',
  pence:
    '`{{operator}}` on pence gives a number that nobody checked: use sumPence, subtractPence or Fraction.',
};

const DIVIDING = new Set(['/', '%', '**']);
const SUMMING = new Set(['+', '-', '*']);
/** Of Math, only these give back one of the whole numbers that they were given. */
const EXACT_OF_MATH = new Set(['min', 'max', 'abs']);
const FLOAT_METHODS = new Set(['toFixed', 'toPrecision', 'toExponential', 'toLocaleString']);

/** The type itself, what it is one of, and what it is at once: pence are a number with a mark. */
const parts = (type) => [type, ...(type.isUnionOrIntersection() ? type.types.flatMap(parts) : [])];
const isBigInt = (type) => (type.flags & ts.TypeFlags.BigIntLike) !== 0;
const isNumber = (type) => parts(type).some(({ flags }) => (flags & ts.TypeFlags.NumberLike) !== 0);
/** A number or a bigint, so that `Number` reads no text. */
const isNumeric = (type) => (type.isUnion() ? type.types.every(isNumeric) : isBigInt(type) || isNumber(type));
const isPence = (type) => parts(type).some(({ aliasSymbol }) => aliasSymbol?.name === 'Pence');

export const exactMoney = {
  meta: { type: 'problem', schema: [], messages: MESSAGES },
  create(context) {
    const { getTypeAtLocation } = context.sourceCode.parserServices;
    const report = (node, messageId, data) => context.report({ node, messageId, data });

    const arithmetic = (node, operator) => {
      const types = [getTypeAtLocation(node.left), getTypeAtLocation(node.right)];
      if (DIVIDING.has(operator) && !types.every(isBigInt)) report(node, 'division', { operator });
      if (SUMMING.has(operator) && types.some(isPence) && types.every(isNumber))
        report(node, 'pence', { operator });
    };

    return {
      BinaryExpression: (node) => arithmetic(node, node.operator),
      AssignmentExpression: (node) => arithmetic(node, node.operator.slice(0, -1)),
      UnaryExpression: (node) => {
        const type = getTypeAtLocation(node.argument);
        if (node.operator === '+' && !isNumber(type)) report(node, 'fromText', { call: 'Unary +' });
        if (node.operator === '-' && isPence(type)) report(node, 'pence', { operator: '-' });
      },
      Literal: (node) => {
        if (typeof node.value === 'number' && !Number.isSafeInteger(node.value)) {
          report(node, 'decimal', { raw: node.raw });
        }
      },
      CallExpression: (node) => {
        const { callee } = node;
        const call = context.sourceCode.getText(callee);
        if (call === 'parseFloat' || call === 'Number.parseFloat') return report(node, 'fromText', { call });
        if (call === 'Number' && !node.arguments.every((each) => isNumeric(getTypeAtLocation(each)))) {
          return report(node, 'fromText', { call });
        }
        if (callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier') return undefined;
        const { name } = callee.property;
        if (callee.object.name === 'Math') {
          const onPence = node.arguments.some((each) => isPence(getTypeAtLocation(each)));
          if (!EXACT_OF_MATH.has(name) || onPence) report(node, 'rounding', { call });
        } else if (FLOAT_METHODS.has(name) && isNumber(getTypeAtLocation(callee.object))) {
          report(node, 'rounding', { call });
        }
        return undefined;
      },
    };
  },
};
