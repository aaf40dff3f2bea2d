import { describe, expect, it } from '@jest/globals';
import { recordedHistory } from '../../../../test/support/recorded.js';
import { AGREEMENT_ID, drafted, inForce, signed } from '../../domain/agreement.fixtures.js';
import { AgreementVersionRow } from './agreement-version.entity.js';
import { AgreementRow } from './agreement.entity.js';
import { agreementsProjection } from './project.js';

describe('the read model of agreements', () => {
  it('has a row for the agreement and one for each version', () => {
    const events = recordedHistory([
      ...inForce,
      drafted({ version: 2, from: '2025-04-01' }),
      signed('council', 'anna', 2),
    ]);
    const version = {
      agreementId: AGREEMENT_ID,
      subject: AGREEMENT_ID,
      legalVehicle: 'nhs-act-section-256',
      options: drafted().data.options,
      inForceUntil: null,
      draftedOn: '2024-03-04',
    };
    const byAnna = { side: 'council', by: 'anna', signedOn: '2024-03-11' };
    const byBilal = { side: 'nhs-body', by: 'bilal', signedOn: '2024-03-11' };
    expect(agreementsProjection.project({ subject: AGREEMENT_ID, events })).toEqual([
      {
        table: AgreementRow,
        rows: [
          {
            agreementId: AGREEMENT_ID,
            subject: AGREEMENT_ID,
            council: 'E10000015',
            nhsBody: 'QM7',
            stage: 'partly-signed',
            revision: 6,
          },
        ],
        seenBy: ['E10000015', 'QM7'],
      },
      {
        table: AgreementVersionRow,
        rows: [
          {
            ...version,
            version: 1,
            status: 'in-force',
            inForceFrom: '2024-04-01',
            signatures: [byAnna, byBilal],
          },
          {
            ...version,
            version: 2,
            status: 'partly-signed',
            inForceFrom: '2025-04-01',
            signatures: [byAnna],
          },
        ],
        seenBy: ['E10000015', 'QM7'],
      },
    ]);
  });

  it('has none for a history without agreement events', () =>
    expect(agreementsProjection.project({ subject: 'TC-1', events: [] })).toEqual([]));
});
