import type { RechargeLine } from './recharge.events.js';

/** A text that goes out with a document, and where it stands. */
export interface DocumentText {
  /** JSON pointer into the command, or into the document as it is read: `/lines/0/evidence/1`. */
  readonly pointer: string;
  readonly text: string;
}

/** Everything on the lines of a document that somebody typed once: the references of what shows the cost. */
export function textsOfLines(lines: readonly Pick<RechargeLine, 'evidence'>[]): readonly DocumentText[] {
  return lines.flatMap(({ evidence }, line) =>
    evidence.map((text, at) => ({ pointer: `/lines/${line}/evidence/${at}`, text })),
  );
}
