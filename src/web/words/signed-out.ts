/** Where an alert is begun, which is kept as a draft. */
const DRAFT = /^\/cases\/new\/[0-9a-f-]{36}/;

/** What was kept for whoever was signed out at an address, one sentence each; nothing where no draft is. */
export function keptAt(address: string): readonly string[] {
  return DRAFT.test(address)
    ? ['The parts of the alert that you saved are kept as a draft, for you alone.']
    : [];
}

/** Signing in, and coming back to an address. */
export function signInTo(address: string): string {
  return `/sign-in?to=${encodeURIComponent(address)}`;
}
