import { eventCatalogue, type EventOf } from '../../kernel/event-catalogue.js';
import { day, oneOf, record, text, wholeNumber } from '../../kernel/shape.js';
import { agreementOptions, LEGAL_VEHICLES } from './options.js';
import { draftOfVersion1, draftOfVersion2 } from './stored/later-options.js';

/** The two sides of a local agreement. */
export const SIDES = ['council', 'nhs-body'] as const;
export type Side = (typeof SIDES)[number];

const shapes = {
  /** A version was put on the table. Both sides sign exactly these terms, the first day included. */
  'agreement.drafted': record({
    agreementId: text,
    council: text,
    nhsBody: text,
    version: wholeNumber,
    legalVehicle: oneOf(LEGAL_VEHICLES),
    options: agreementOptions,
    inForceFrom: day,
  }),
  /** `by` is the sign-in id of who signed for the side. */
  'agreement.signed': record({ version: wholeNumber, side: oneOf(SIDES), by: text }),
  'agreement.brought-into-force': record({ version: wholeNumber, from: day }),
  /** `from` is the first day on which the version is no longer in force. */
  'agreement.superseded': record({ version: wholeNumber, byVersion: wholeNumber, from: day }),
};

export type AgreementEvent = EventOf<typeof shapes>;

/** One kind of agreement event, by its type. */
export type AgreementFact<Type extends AgreementEvent['type']> = Extract<AgreementEvent, { type: Type }>;

export const agreementCatalogue = eventCatalogue(shapes, {
  // Version 1 of a draft had fourteen options; version 2 had forty-one. Those that came later are what they had been without a choice.
  'agreement.drafted': [draftOfVersion1, draftOfVersion2],
});
