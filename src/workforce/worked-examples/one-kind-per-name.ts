import { NotUnderstood, type WorkedExampleKind } from '../../kernel/worked-example.js';

/**
 * One kind for each name. Files about different subjects call kinds by the same name (`govuk-unit-test` of redundancy and of
 * holiday), so kinds of one name are asked in turn: the first that understands the row answers. A row that none of them
 * understands is not understood for all of their reasons.
 */
export function oneKindPerName(kinds: readonly WorkedExampleKind[]): readonly WorkedExampleKind[] {
  const names = [...new Set(kinds.map(({ kind }) => kind))];
  return names.map((name) =>
    askedInTurn(
      name,
      kinds.filter(({ kind }) => kind === name),
    ),
  );
}

function askedInTurn(kind: string, candidates: readonly WorkedExampleKind[]): WorkedExampleKind {
  return {
    kind,
    compute: (inputs, expected) => {
      const reasons: string[] = [];
      for (const candidate of candidates) {
        try {
          return candidate.compute(inputs, expected);
        } catch (fault) {
          if (!(fault instanceof NotUnderstood)) throw fault;
          reasons.push(fault.message);
        }
      }
      throw new NotUnderstood(reasons.join('; '));
    },
  };
}
