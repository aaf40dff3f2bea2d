import { Injectable } from '@nestjs/common';
import { Agreements } from '../../agreement/index.js';
import type { CaseAgreement, CaseRecord } from '../domain/case-record.js';

/** The agreement that a case keeps: the version in force on the day that liability starts. */
@Injectable()
export class AgreementAtLiability {
  constructor(private readonly agreements: Agreements) {}

  /** The agreement with its weeks to the first bridging review; nothing when none is in force or liability is not known. */
  async of({
    council,
    nhsBody,
    liability,
  }: CaseRecord): Promise<{ readonly agreement: CaseAgreement; readonly reviewWeeks: number } | undefined> {
    if (liability === undefined) return undefined;
    const bound = await this.agreements.inForce(council, nhsBody, liability.startsOn);
    if (bound === undefined) return undefined;
    const { options, ...agreement } = bound;
    return { agreement: { ...agreement, options: { ...options } }, reviewWeeks: options.bridgingReviewWeeks };
  }
}
