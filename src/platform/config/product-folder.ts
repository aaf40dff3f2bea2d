import { existsSync } from 'node:fs';

/** The folder of the product's package.json, which lies at another depth above the sources than above the build. */
export function productFolder(): URL {
  let folder = new URL('.', import.meta.url);
  while (!existsSync(new URL('package.json', folder))) folder = new URL('..', folder);
  return folder;
}
