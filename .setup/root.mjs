import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

export const inRoot = (path) => resolve(root, path);

export const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');
