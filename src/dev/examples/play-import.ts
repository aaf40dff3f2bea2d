import { readFile } from 'node:fs/promises';
import { productFolder } from '../../platform/config/product-folder.js';
import { derivedId } from '../../platform/event-store/derived-id.js';
import type { ApiClient } from './api-client.js';

/** A file of test/fixtures as a council exports it, and the name that the case has in it. */
export interface ExampleFile {
  readonly name: string;
  readonly caseRef: string;
}

interface ImportAnswer {
  readonly totals: { readonly rows: number; readonly wouldImport: number; readonly alreadyThere: number };
  readonly position?: string;
}

/**
 * Imports a file for a case as an office does: first a dry run, and when no row is refused the real one.
 *
 * @throws Error when the dry run would not take every row.
 */
export async function playImport(
  api: ApiClient,
  as: string,
  list: 'payments' | 'employments',
  { name, caseRef: nameInFile }: ExampleFile,
  caseRef: string,
): Promise<void> {
  const text = (await readFile(new URL(`test/fixtures/${name}`, productFolder()), 'utf8')).replaceAll(
    nameInFile,
    caseRef,
  );
  const send = (dryRun: boolean) =>
    api.upload<ImportAnswer>({
      as,
      path: `/v1/imports/${list}?dryRun=${dryRun}`,
      csv: text,
      key: derivedId('example import', name, caseRef, String(dryRun)),
    });
  const { totals } = (await send(true)).body;
  if (totals.wouldImport + totals.alreadyThere !== totals.rows) {
    throw new Error(`${name} would not be imported whole: ${JSON.stringify(totals)}`);
  }
  await send(false);
}
