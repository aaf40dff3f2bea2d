// Writes docs/rules.md and docs/agreement-options.md from the code; its TypeScript is compiled on the fly, as in tests.
import { register } from 'node:module';

register('../support/typescript-loader.mjs', import.meta.url);
await import('./write-rules.ts');
