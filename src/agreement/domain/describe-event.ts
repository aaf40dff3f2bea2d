import type { Recorded } from '../../kernel/event.js';
import { dateInWords } from '../../kernel/plain-date.js';
import type { AgreementEvent } from './agreement.events.js';

/** One sentence in plain English about an event of a local agreement. It names codes and dates, never a person. */
export function describeAgreementEvent({ event }: Recorded<AgreementEvent>): string {
  switch (event.type) {
    case 'agreement.drafted': {
      const { version, council, nhsBody, inForceFrom } = event.data;
      return `Version ${version} of the agreement between ${council} and ${nhsBody} was drafted, to begin on ${dateInWords(inForceFrom)}`;
    }
    case 'agreement.signed': {
      const side = event.data.side === 'council' ? 'council' : 'NHS body';
      return `The ${side} signed version ${event.data.version} on ${dateInWords(event.occurredOn)}`;
    }
    case 'agreement.brought-into-force':
      return `Version ${event.data.version} is in force from ${dateInWords(event.data.from)}`;
    case 'agreement.superseded': {
      const { version, byVersion, from } = event.data;
      return `Version ${version} gives way to version ${byVersion} from ${dateInWords(from)}`;
    }
  }
}
