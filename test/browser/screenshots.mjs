// Takes the pictures of the main pages for the README: the TypeScript is compiled on the fly, and so is the product.
import { register } from 'node:module';

register('../support/typescript-loader.mjs', import.meta.url);
await import('./screenshots.ts');
