import { bodyMutations } from './body-mutations.js';
import { headerMutations } from './header-mutations.js';
import type { Mutation } from './mutation.js';

/** Every way in which a request is changed, one at a time. */
export const mutations: readonly Mutation[] = [...bodyMutations, ...headerMutations];
