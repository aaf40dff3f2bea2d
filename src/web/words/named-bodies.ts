import { organisationDirectory } from '../../agreement/index.js';

/** What a council or an NHS body can be called by: `E10000015`, `QM7`, `06N`; no part of a reference, and no number. */
const CODE = /(?<![\w/.,:£-])(?:[ENSW]\d{8}|(?=\d*[A-Z])[A-Z0-9]{3})(?![\w/:-]|[.,]\w)/g;

/**
 * A sentence of the history with each body by its name, and its code behind it: `QM7 is liable` as `NHS Hertfordshire and West
 * Essex ICB (QM7) is liable`. What looks like a code and belongs to nobody stays as it is.
 */
export function withBodiesNamed(sentence: string): string {
  return sentence.replaceAll(CODE, (code) => {
    const name = organisationDirectory.find(code)?.name;
    return name === undefined ? code : `${name} (${code})`;
  });
}
