import type { DataSource } from 'typeorm';
import { readAs } from '../../../platform/persistence/read-as.js';
import { EmploymentRow } from './employment.entity.js';

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
  const jobs = await readAs(database, bodies, (rows) =>
    rows.getRepository(EmploymentRow).find({ select: { assistantRef: true }, where: { subject: caseRef } }),
  );
  return [...new Set(jobs.map(({ assistantRef }) => assistantRef))].sort();
}
