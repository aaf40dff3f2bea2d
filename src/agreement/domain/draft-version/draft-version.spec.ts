import { describe, it } from '@jest/globals';
import { scenario } from '../../../../test/support/scenario.js';
import { plainDate } from '../../../kernel/plain-date.js';
import { FieldRefused } from '../../../kernel/refusal.js';
import { agreement } from '../agreement.js';
import {
  AGREEMENT_ID,
  broughtIntoForce,
  drafted,
  HERTFORDSHIRE,
  inForce,
  signed,
  superseded,
} from '../agreement.fixtures.js';
import { AgreementNotFound } from '../agreement-refusals.js';
import { organisationDirectory } from '../loaded-organisations.js';
import type { ProposedTerms } from '../terms.js';
import { draftVersion } from './draft-version.decision.js';

const draft = (terms: Partial<ProposedTerms> = {}, standsFor: readonly string[] = [HERTFORDSHIRE]) =>
  draftVersion(
    {
      agreementId: AGREEMENT_ID,
      standsFor,
      terms: {
        legalVehicle: 'nhs-act-section-256',
        options: {},
        inForceFrom: plainDate('2025-04-01'),
        ...terms,
      },
      draftedOn: plainDate('2024-03-04'),
    },
    organisationDirectory,
  );

describe('drafting a new version', () => {
  const agreed = scenario(agreement).given(...inForce);

  it('keeps the options of the version before, unless they are named', () =>
    scenario(agreement)
      .given(drafted({ options: { redundancyUnit: 'months' } }))
      .when(draft({ options: { grossBasis: 'full' } }))
      .thenEvents([
        drafted({
          version: 2,
          from: '2025-04-01',
          options: { redundancyUnit: 'months', grossBasis: 'full' },
        }),
      ]));

  it('leaves the version in force until both sides have signed the new one', () =>
    agreed.when(draft()).thenEvents([drafted({ version: 2, from: '2025-04-01' })]));

  it('is silent when the same draft is sent again', () =>
    agreed
      .given(drafted({ version: 2, from: '2025-04-01' }))
      .when(draft())
      .thenNothing());

  it('is silent when the same draft is sent again after it was signed', () =>
    agreed
      .given(
        drafted({ version: 2, from: '2025-04-01' }),
        signed('council', 'anna', 2),
        signed('nhs-body', 'bilal', 2),
        superseded(1, 2, '2025-04-01'),
        broughtIntoForce(2, '2025-04-01'),
      )
      .when(draft())
      .thenNothing());

  it.each(['2024-03-31', '2024-04-01'])(
    'is refused when it would begin on %s, not after version 1 began',
    (from) =>
      agreed
        .when(draft({ inForceFrom: plainDate(from), legalVehicle: 'nhs-act-section-75' }))
        .thenRefused(FieldRefused, /after 1 April 2024, when version 1 began/),
  );

  it('may begin on any day while no version is in force', () =>
    scenario(agreement)
      .given(drafted())
      .when(draft({ inForceFrom: plainDate('2023-04-01') }))
      .thenEvents([drafted({ version: 2, from: '2023-04-01' })]));

  it('is refused for a day on which a body does not exist', () =>
    agreed
      .when(draft({ inForceFrom: plainDate('2026-04-01') }))
      .thenRefused(FieldRefused, /does not exist in law/));

  it('is refused for an option outside its limits', () =>
    agreed
      .when(draft({ options: { rechargePaymentDays: 0 } }))
      .thenRefused(FieldRefused, /rechargePaymentDays/));

  it('is not found by a body that is no party', () =>
    agreed.when(draft({}, ['E10000028'])).thenRefused(AgreementNotFound));

  it('is not found before there is an agreement', () =>
    scenario(agreement).when(draft()).thenRefused(AgreementNotFound));
});
