import { Injectable } from '@nestjs/common';
import { Agreements, optionsOfCase, type AgreementOptions } from '../../agreement/index.js';
import type { PlainDate } from '../../kernel/plain-date.js';
import type { CaseRecord } from '../domain/case-record.js';

/** What the local agreement of the two bodies of a case says. */
@Injectable()
export class AgreedOptions {
  constructor(private readonly agreements: Agreements) {}

  /**
   * The options that the case keeps once it is bound to a version; until then those of the version in force on the day, or of
   * an agreement that chooses nothing where none is.
   */
  async on(
    { council, nhsBody, agreement }: Pick<CaseRecord, 'council' | 'nhsBody' | 'agreement'>,
    day: PlainDate,
  ): Promise<AgreementOptions> {
    return optionsOfCase(agreement ?? (await this.agreements.inForce(council, nhsBody, day)));
  }
}
