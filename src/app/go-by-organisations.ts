import { readFile } from 'node:fs/promises';
import { loadOrganisations } from '../agreement/index.js';

/**
 * Has the process go by the list of bodies in a file, where one is named.
 *
 * @throws Error naming the file when it cannot be read as a list that fits together.
 */
export async function goByOrganisations(file: string | undefined): Promise<void> {
  if (file === undefined) return;
  try {
    loadOrganisations(JSON.parse(await readFile(file, 'utf8')));
  } catch (fault) {
    const why = fault instanceof Error ? fault.message : String(fault);
    throw new Error(`ORGANISATIONS_FILE ${file} is no list of bodies: ${why}`, { cause: fault });
  }
}
