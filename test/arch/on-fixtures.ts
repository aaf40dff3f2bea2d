import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';

export const root = resolve(import.meta.dirname, '../..');
export const fixtures = resolve(import.meta.dirname, 'fixtures');

/** The report (JSON on stdout) of a tool run as `npm run check` runs it, but on the seeded tree. */
export function reportOn(tool: string, args: readonly string[], input = ''): unknown {
  const { stdout, stderr } = spawnSync(process.execPath, [resolve(root, tool), ...args], {
    cwd: fixtures,
    encoding: 'utf8',
    input,
    maxBuffer: 64 * 1024 * 1024,
    // Jest's own NODE_OPTIONS are not the tool's.
    env: { PATH: process.env['PATH'] },
  });
  if (stdout === '') throw new Error(`${tool} reported nothing: ${stderr}`);
  return JSON.parse(stdout);
}
