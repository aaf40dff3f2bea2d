import type { IdentityCheck } from '../../src/recharge/index.js';

/** For where no people are recorded, so that no text can tell who one of them is. */
export const namesNobody: IdentityCheck = { find: async () => [] };
