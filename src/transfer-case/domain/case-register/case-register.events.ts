import { eventCatalogue, type EventOf } from '../../../kernel/event-catalogue.js';
import { record, text } from '../../../kernel/shape.js';

const shapes = {
  /** A case took the person's reference for the move to an NHS body. */
  'case-register.reference-claimed': record({ caseRef: text, nhsBody: text }),
  /** The case is over or was never begun, and lets go of the reference. */
  'case-register.reference-released': record({ caseRef: text }),
};

export type CaseRegisterEvent = EventOf<typeof shapes>;

export const caseRegisterCatalogue = eventCatalogue(shapes);
