import { plainDate } from '../../kernel/plain-date.js';
import { COUNCIL, NHS_BODY } from './workforce.fixtures.js';

/** The facts of a case that the figures of its PAs need, as the case's own events say them. */
export const ALERT_RAISED = {
  type: 'transfer-case.alert-raised',
  occurredOn: plainDate('2024-08-01'),
  data: {
    caseRef: 'TC-0000000001',
    personReference: 'P-20417',
    council: COUNCIL,
    nhsBody: NHS_BODY,
    assistants: [],
    wishesToKeepAssistants: true,
  },
} as const;

export const LIABLE_FROM_14_OCTOBER = {
  type: 'transfer-case.liability-date-determined',
  occurredOn: plainDate('2024-10-14'),
  data: { startsOn: plainDate('2024-10-14'), rule: 'R1' },
} as const;
