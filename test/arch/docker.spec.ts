import { spawnSync } from 'node:child_process';
import { describe, expect, it } from '@jest/globals';
import { fixtures, root } from './on-fixtures.js';

/** `file:line rule` for everything that the lint says of the two files in a folder. */
function lint(folder: string): string[] {
  const { stdout, stderr } = spawnSync(process.execPath, [`${root}/docker/lint.mjs`, folder], {
    encoding: 'utf8',
  });
  if (stderr) throw new Error(stderr);
  return [...stdout.matchAll(/([\w.]+:\d+ [\w-]+): /g)].map((said) => said[1]!);
}

describe('the lint of docker/', () => {
  it('has nothing to say of the real files', () => {
    expect(lint(`${root}/docker`)).toEqual([]);
  });

  it('reports every seeded violation by name', () => {
    expect(lint(`${fixtures}/docker`)).toEqual([
      'Dockerfile:2 dockerfile-syntax', // WORKDIR that is not absolute
      'Dockerfile:10 dockerfile-syntax', // COPPY
      'Dockerfile:1 image-not-pinned', // no tag
      'Dockerfile:5 image-not-pinned', // latest
      'Dockerfile:5 runs-as-root',
      'Dockerfile:5 no-healthcheck',
      'compose.yml:10 compose-schema', // heathcheck
      'compose.yml:4 starts-too-early', // depends_on as a list
      'compose.yml:6 secret-in-file', // a password in a URL
      'compose.yml:9 starts-too-early', // only service_started
      'compose.yml:12 image-not-pinned',
      'compose.yml:12 no-healthcheck',
      'compose.yml:14 secret-in-file', // a password
    ]);
  });
});
