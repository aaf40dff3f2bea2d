import { afterAll, beforeAll } from '@jest/globals';
import { TestIssuer } from './test-issuer.js';

export { TEST_AUDIENCE, TestIssuer, type BadToken } from './test-issuer.js';

/**
 * Gives every test of the file (or the `describe`) one running issuer.
 *
 * @param redirectUris where sign-in may come back to; a function is asked when the issuer starts
 */
export function useTestIssuer(redirectUris: readonly string[] | (() => readonly string[]) = []): {
  readonly current: TestIssuer;
} {
  let issuer: TestIssuer | undefined;
  beforeAll(async () => {
    issuer = await TestIssuer.start(typeof redirectUris === 'function' ? redirectUris() : redirectUris);
  });
  afterAll(async () => {
    await issuer?.stop();
  });
  return {
    get current() {
      if (issuer === undefined) throw new Error('The test issuer is there from beforeAll on');
      return issuer;
    },
  };
}
