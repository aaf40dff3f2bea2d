import { plainDate } from '../../kernel/plain-date.js';
import type { AgreementFact, Side } from './agreement.events.js';
import { DEFAULT_OPTIONS, type AgreementOptions } from './options.js';

export const AGREEMENT_ID = 'AG-0000000001';
export const HERTFORDSHIRE = 'E10000015';
export const HERTS_AND_WEST_ESSEX = 'QM7';

interface Draft {
  readonly version?: number;
  readonly from?: string;
  readonly options?: Partial<AgreementOptions>;
}

/** A version on the table between Hertfordshire and its board; it begins on 1 April 2024 unless it says otherwise. */
export const drafted = ({ version = 1, from = '2024-04-01', options = {} }: Draft = {}) =>
  ({
    type: 'agreement.drafted',
    occurredOn: plainDate('2024-03-04'),
    data: {
      agreementId: AGREEMENT_ID,
      council: HERTFORDSHIRE,
      nhsBody: HERTS_AND_WEST_ESSEX,
      version,
      legalVehicle: 'nhs-act-section-256',
      options: { ...DEFAULT_OPTIONS, ...options },
      inForceFrom: plainDate(from),
    },
  }) satisfies AgreementFact<'agreement.drafted'>;

export const signed = (side: Side, by: string, version = 1) =>
  ({
    type: 'agreement.signed',
    occurredOn: plainDate('2024-03-11'),
    data: { version, side, by },
  }) satisfies AgreementFact<'agreement.signed'>;

export const broughtIntoForce = (version = 1, from = '2024-04-01') =>
  ({
    type: 'agreement.brought-into-force',
    occurredOn: plainDate(from),
    data: { version, from: plainDate(from) },
  }) satisfies AgreementFact<'agreement.brought-into-force'>;

export const superseded = (version: number, byVersion: number, from: string) =>
  ({
    type: 'agreement.superseded',
    occurredOn: plainDate(from),
    data: { version, byVersion, from: plainDate(from) },
  }) satisfies AgreementFact<'agreement.superseded'>;

/** Both sides signed version 1. */
export const inForce = [
  drafted(),
  signed('council', 'anna'),
  signed('nhs-body', 'bilal'),
  broughtIntoForce(),
];
