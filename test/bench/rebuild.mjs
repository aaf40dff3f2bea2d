// Measures rebuilds by the compiled product; what surrounds them is compiled on the fly, as in tests.
import { execFileSync } from 'node:child_process';
import { register } from 'node:module';
import { fileURLToPath } from 'node:url';

const prepare = fileURLToPath(new URL('../../.setup/prepare.mjs', import.meta.url));
execFileSync(process.execPath, [prepare, 'build'], { stdio: 'inherit' });
register('../support/typescript-loader.mjs', import.meta.url);
await import('./rebuild.ts');
