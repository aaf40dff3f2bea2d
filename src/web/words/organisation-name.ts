import { organisationDirectory } from '../../agreement/index.js';

/** How people call a body that events know by its code; the code itself where nothing is known of it. */
export function organisationName(code: string): string {
  return organisationDirectory.find(code)?.name ?? code;
}
