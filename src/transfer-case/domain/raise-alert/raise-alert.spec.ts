import { describe, it } from '@jest/globals';
import { alertRaised, CASE_REF, COUNCIL, NHS_BODY } from '../../../../test/support/example-transfer-case.js';
import { scenario } from '../../../../test/support/scenario.js';
import { pence } from '../../../kernel/pence.js';
import { plainDate } from '../../../kernel/plain-date.js';
import { FieldRefused } from '../../../kernel/refusal.js';
import { AlreadyRecorded } from '../already-recorded.js';
import { transferCase } from '../transfer-case.js';
import type { NamedBody } from './named-body.js';
import { raiseAlert, type RaiseAlertTerms } from './raise-alert.decision.js';

const { personReference, assistants, wishesToKeepAssistants } = alertRaised.data;
const council: NamedBody = {
  code: COUNCIL,
  known: { name: 'Hertfordshire County Council', kind: 'council', isLegal: true },
};
const nhsBody: NamedBody = {
  code: NHS_BODY,
  known: { name: 'NHS Hertfordshire and West Essex ICB', kind: 'integrated-care-board', isLegal: true },
};
const terms: RaiseAlertTerms = {
  caseRef: CASE_REF,
  personReference,
  council,
  nhsBody,
  alertedOn: plainDate('2024-01-15'),
  assistants,
  wishesToKeepAssistants,
  today: plainDate('2024-01-15'),
};
const assistant = assistants[0]!;

describe('Raising an alert', () => {
  const refused = (changes: Partial<RaiseAlertTerms>, words: RegExp) =>
    scenario(transferCase)
      .when(raiseAlert({ ...terms, ...changes }))
      .thenRefused(FieldRefused, words);

  it('opens the case', () => {
    scenario(transferCase).when(raiseAlert(terms)).thenEvents([alertRaised]);
  });

  it('may come before the assistants are known', () => {
    scenario(transferCase)
      .when(raiseAlert({ ...terms, assistants: [] }))
      .thenEvents([{ ...alertRaised, data: { ...alertRaised.data, assistants: [] } }]);
  });

  it('said again is silence, said otherwise is refused', () => {
    scenario(transferCase).given(alertRaised).when(raiseAlert(terms)).thenNothing();
    scenario(transferCase)
      .given(alertRaised)
      .when(raiseAlert({ ...terms, personReference: 'P-00001' }))
      .thenRefused(AlreadyRecorded, /^The alert has been recorded already/);
  });

  it('is refused for a day in the future', () => {
    refused({ alertedOn: plainDate('2024-01-16') }, /^16 January 2024 is in the future$/);
  });

  it('is refused for a reference that could be a name', () => {
    refused({ personReference: 'Jane Example' }, /no spaces/);
  });

  it('is refused for a code that nobody has', () => {
    refused({ council: { code: 'E10999999' } }, /^No organisation has the code E10999999$/);
    refused({ nhsBody: { code: 'XYZ' } }, /^No organisation has the code XYZ$/);
  });

  it('is refused for a shire district, whether or not it is loaded', () => {
    refused({ council: { code: 'E07000098' } }, /E07000098 is a shire district, .*no adult social care duty/);
    refused(
      {
        council: { code: 'E07000098', known: { name: 'Hertsmere', kind: 'district-council', isLegal: true } },
      },
      /^Hertsmere \(E07000098\) is a shire district/,
    );
  });

  it('is refused for a council that is not one, and an NHS body that is not one', () => {
    refused({ council: nhsBody }, /ICB \(QM7\) is not a council$/);
    refused({ nhsBody: council }, /is not an NHS body that can be liable$/);
  });

  it('names the body of that day for a code that is no longer a legal body', () => {
    const known = { name: 'NHS Herts Valleys CCG', kind: 'clinical-commissioning-group', isLegal: false };
    const standsIn = { code: 'QM7', name: 'NHS Hertfordshire and West Essex ICB' };
    refused(
      { nhsBody: { code: '06N', known: { ...known, standsIn } } },
      /^NHS Herts Valleys CCG \(06N\) is not a legal body on 15 January 2024; the body on that day is NHS Hertfordshire and West Essex ICB \(QM7\)$/,
    );
    refused({ nhsBody: { code: 'QM7', known } }, /duties went to more than one body/);
  });

  it('is refused for the location of an ICB', () => {
    const known = { name: 'Herts Valleys', kind: 'sub-icb-location', isLegal: true };
    refused({ nhsBody: { code: '06N', known } }, /is not a legal body, but a part of an ICB$/);
  });

  it('is refused for an assistant named twice, or with hours or a rate that cannot be', () => {
    refused({ assistants: [assistant, assistant] }, /in the list already/);
    refused({ assistants: [{ ...assistant, weeklyHours: '0' }] }, /above zero and not more than 168/);
    refused({ assistants: [{ ...assistant, weeklyHours: '168.5' }] }, /above zero and not more than 168/);
    refused({ assistants: [{ ...assistant, hourlyRatePence: pence(0) }] }, /hourly rate is above zero/);
    refused({ assistants: [{ ...assistant, startedOn: plainDate('2024-02-01') }] }, /in the future/);
    refused({ assistants: [{ ...assistant, assistantRef: '' }] }, /A reference has letters/);
  });
});
