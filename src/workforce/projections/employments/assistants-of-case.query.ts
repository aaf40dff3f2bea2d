import type { DataSource } from 'typeorm';
import { readAs } from '../../../platform/persistence/read-as.js';

/**
 * The references of the PAs whose jobs hang on a case, as the council has them.
 *
 * @param bodies those of the case, which may see its jobs
 */
export async function assistantsOfCase(
  database: DataSource,
  bodies: readonly string[],
  caseRef: string,
): Promise<readonly string[]> {
  const found = await readAs(database, bodies, (rows) =>
    rows.query<{ assistant_ref: string }[]>(
      'select distinct assistant_ref from read_model.employment where subject = $1 order by 1',
      [caseRef],
    ),
  );
  return found.map(({ assistant_ref: assistantRef }) => assistantRef);
}
