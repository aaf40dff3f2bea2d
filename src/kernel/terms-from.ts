/** A version of a local agreement that a case is bound to. */
export interface AgreementVersion {
  readonly agreementId: string;
  readonly version: number;
}

/** Where the options of a figure stand, as its explanation says it: the version that the case is bound to, or that none is. */
export function termsFrom(agreement: AgreementVersion | undefined): string {
  return agreement === undefined
    ? 'no agreement bound: defaults'
    : `agreement ${agreement.agreementId} version ${agreement.version}`;
}
