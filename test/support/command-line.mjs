// The operator's commands from their sources, as a process of its own that a spec can end without warning.
import { register } from 'node:module';

register('./typescript-loader.mjs', import.meta.url);
await import('../../src/cli.ts');
