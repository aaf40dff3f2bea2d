import { describe, it } from '@jest/globals';
import { scenario } from '../../../../test/support/scenario.js';
import { plainDate } from '../../../kernel/plain-date.js';
import { FieldRefused } from '../../../kernel/refusal.js';
import { agreement } from '../agreement.js';
import {
  AGREEMENT_ID,
  drafted,
  HERTFORDSHIRE,
  HERTS_AND_WEST_ESSEX,
  inForce,
} from '../agreement.fixtures.js';
import { organisationDirectory } from '../loaded-organisations.js';
import type { ProposedTerms } from '../terms.js';
import { AgreementExists, draftAgreement, NotYourAgreement } from './draft-agreement.decision.js';

interface Changes {
  readonly council?: string;
  readonly nhsBody?: string;
  readonly standsFor?: readonly string[];
  readonly terms?: Partial<ProposedTerms>;
}

const draft = ({ council = HERTFORDSHIRE, nhsBody = HERTS_AND_WEST_ESSEX, standsFor, terms }: Changes = {}) =>
  draftAgreement(
    {
      agreementId: AGREEMENT_ID,
      council,
      nhsBody,
      standsFor: standsFor ?? [council],
      terms: {
        legalVehicle: 'nhs-act-section-256',
        options: {},
        inForceFrom: plainDate('2024-04-01'),
        ...terms,
      },
      draftedOn: plainDate('2024-03-04'),
    },
    organisationDirectory,
  );

describe('drafting an agreement', () => {
  const nothingYet = scenario(agreement);

  it('puts version 1 on the table with the default of every option that is not named', () =>
    nothingYet.when(draft()).thenEvents([drafted()]));

  it('takes the options that are named', () =>
    nothingYet
      .when(draft({ terms: { options: { bridgingReviewWeeks: 12 } } }))
      .thenEvents([drafted({ options: { bridgingReviewWeeks: 12 } })]));

  it('may be done by the NHS body too', () =>
    nothingYet.when(draft({ standsFor: ['QM7', '06N', '06K', '07H'] })).thenEvents([drafted()]));

  it('is refused to everybody else', () =>
    nothingYet.when(draft({ standsFor: ['E10000028'] })).thenRefused(NotYourAgreement));

  it('is silent when the same draft is sent again', () =>
    scenario(agreement)
      .given(...inForce)
      .when(draft())
      .thenNothing());

  it.each<[string, Partial<ProposedTerms>]>([
    ['legal vehicle', { legalVehicle: 'nhs-act-section-75' }],
    ['first day', { inForceFrom: plainDate('2024-04-02') }],
    ['option', { options: { rechargePaymentDays: 31 } }],
  ])('is refused with another %s when the two bodies have an agreement', (_, terms) =>
    scenario(agreement)
      .given(drafted())
      .when(draft({ terms }))
      .thenRefused(AgreementExists, /new version/),
  );
});

describe('the bodies of an agreement', () => {
  it.each([
    ['a shire district', { council: 'E07000242' }, /shire district/],
    ['an unlisted council', { council: 'E09000012' }, /not a body that is loaded/],
    ['an NHS body as the council', { council: 'QNC' }, /not a council/],
    ['a council as the NHS body', { nhsBody: 'E10000028' }, /not an NHS body/],
    ['an unlisted NHS body', { nhsBody: 'QZZ' }, /not a body that is loaded/],
    ['a sub-ICB location', { nhsBody: '06N' }, /sub-ICB location on 1 April 2024.*NHS Hertfordshire/],
    ['a CCG that was merged away', { nhsBody: '05A' }, /does not exist in law on 1 April 2024/],
    ['a board that was split', { terms: { inForceFrom: plainDate('2026-04-01') } }, /does not exist in law/],
  ])('are not %s', (_, changes: Changes, words) =>
    scenario(agreement).when(draft(changes)).thenRefused(FieldRefused, words),
  );

  it('may be a CCG for days on which it was one', () =>
    scenario(agreement)
      .when(draft({ nhsBody: '06N', terms: { inForceFrom: plainDate('2022-06-20') } }))
      .thenEvents([
        {
          ...drafted({ from: '2022-06-20' }),
          data: { ...drafted({ from: '2022-06-20' }).data, nhsBody: '06N' },
        },
      ]));
});

describe('the options of number', () => {
  it.each([
    ['bridgingReviewWeeks', { bridgingReviewWeeks: 0 }],
    ['bridgingReviewStepDays', { bridgingReviewStepDays: 183 }],
    ['leaveOnCostPercent', { leaveOnCostPercent: '-0.1' }],
    ['leaveOnCostPercent', { leaveOnCostPercent: '100.1' }],
    ['rechargeQueryWorkingDays', { rechargeQueryWorkingDays: 0 }],
    ['rechargePaymentDays', { rechargePaymentDays: 0 }],
  ])('stay within limits: %s', (option, options) =>
    scenario(agreement)
      .when(draft({ terms: { options } }))
      .thenRefused(FieldRefused, new RegExp(option)),
  );

  it('may be the limit itself', () =>
    scenario(agreement)
      .when(draft({ terms: { options: { leaveOnCostPercent: '100', bridgingReviewWeeks: 1 } } }))
      .thenEvents([drafted({ options: { leaveOnCostPercent: '100', bridgingReviewWeeks: 1 } })]));
});
