// The measured product in a process of its own: its TypeScript is compiled on the fly, as in tests.
import { register } from 'node:module';

register('../../support/typescript-loader.mjs', import.meta.url);
await import('./serve.ts');
