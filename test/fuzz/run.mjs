// Runs the fuzzer: its TypeScript is compiled on the fly, and so is the product that it is let loose on.
import { register } from 'node:module';

register('../support/typescript-loader.mjs', import.meta.url);
await import('./fuzz.ts');
