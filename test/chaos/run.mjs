// Runs the chaos suite: its TypeScript is compiled on the fly, the product that it torments is the built one.
import { register } from 'node:module';

register('../support/typescript-loader.mjs', import.meta.url);
await import('./chaos.ts');
