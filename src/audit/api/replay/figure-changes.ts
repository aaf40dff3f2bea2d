import type { FiguresByPath } from './figures-in.js';

/** One figure that is another one after than before; nothing where it is not there. */
export interface FigureChange {
  readonly path: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** What is different, in the order in which it stands, what is gone last. */
export function changesBetween(before: FiguresByPath, after: FiguresByPath): readonly FigureChange[] {
  const paths = new Set([...after.keys(), ...before.keys()]);
  return [...paths]
    .map((path) => ({ path, before: before.get(path) ?? null, after: after.get(path) ?? null }))
    .filter((each) => each.before !== each.after);
}

/** What a figure is called: `liabilities.total.value` is "Liabilities, total". */
export function nameOfFigure(path: string): string {
  const words = path
    .split('.')
    .filter((part) => part !== 'value' && part !== 'items')
    .map((part) =>
      /^[a-z]+(?:[A-Z][a-z]*)+$/.test(part) ? part.replaceAll(/[A-Z]/g, ' $&').toLowerCase() : part,
    );
  const name = words.join(', ');
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** The change in a sentence. */
export function changeInWords({ path, before, after }: FigureChange): string {
  const name = nameOfFigure(path);
  if (before === null) return `${name} is now there: ${after ?? ''}`;
  return after === null
    ? `${name} is not there any more: it was ${before}`
    : `${name} was ${before} and is ${after}`;
}
