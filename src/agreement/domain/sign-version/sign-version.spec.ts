import { describe, expect, it } from '@jest/globals';
import { recordedHistory, SOMEBODY } from '../../../../test/support/recorded.js';
import { scenario } from '../../../../test/support/scenario.js';
import { plainDate } from '../../../kernel/plain-date.js';
import { agreement, foldAgreement } from '../agreement.js';
import {
  AGREEMENT_ID,
  broughtIntoForce,
  drafted,
  inForce,
  signed,
  superseded,
} from '../agreement.fixtures.js';
import { AgreementNotFound } from '../agreement-refusals.js';
import {
  AlreadySigned,
  SamePersonForBothSides,
  signVersion,
  VersionNotOpen,
} from './sign-version.decision.js';

const COUNCIL = ['E10000015'];
const BOARD = ['QM7', '06N', '06K', '07H'];

const sign = (by: string, standsFor: readonly string[], version = 1) =>
  signVersion({ agreementId: AGREEMENT_ID, version, by, standsFor, signedOn: plainDate('2024-03-11') });

describe('signing a version', () => {
  const onTheTable = scenario(agreement).given(drafted());
  const halfSigned = onTheTable.given(signed('council', 'anna'));

  it('is done for the council by somebody of the council', () =>
    onTheTable.when(sign('anna', COUNCIL)).thenEvents([signed('council', 'anna')]));

  it('is done for the NHS body by somebody of the NHS body', () =>
    onTheTable.when(sign('bilal', BOARD)).thenEvents([signed('nhs-body', 'bilal')]));

  it('brings the version into force from its first day with the second signature', () =>
    halfSigned.when(sign('bilal', BOARD)).thenEvents([signed('nhs-body', 'bilal'), broughtIntoForce()]));

  it('supersedes the version before from the first day of the new one', () =>
    scenario(agreement)
      .given(...inForce, drafted({ version: 2, from: '2025-04-01' }), signed('nhs-body', 'bilal', 2))
      .when(sign('anna', COUNCIL, 2))
      .thenEvents([
        signed('council', 'anna', 2),
        superseded(1, 2, '2025-04-01'),
        broughtIntoForce(2, '2025-04-01'),
      ]));

  it('is silent when the same person signs again, also when it is in force by now', () => {
    halfSigned.when(sign('anna', COUNCIL)).thenNothing();
    scenario(agreement)
      .given(...inForce)
      .when(sign('anna', COUNCIL))
      .thenNothing();
  });

  it('is refused to a second person of the same side', () =>
    halfSigned.when(sign('aisha', COUNCIL)).thenRefused(AlreadySigned, /council/));

  it('is refused to one person for both sides', () =>
    halfSigned.when(sign('anna', BOARD)).thenRefused(SamePersonForBothSides));

  it('is refused to another account of the person who signed for the other side', () => {
    const recordedBy = { ...SOMEBODY, id: 'anna', staff: 'SM-1' };
    const state = foldAgreement(recordedHistory([drafted(), signed('council', 'anna')], { recordedBy }));
    const again = signVersion({
      ...{ agreementId: AGREEMENT_ID, version: 1, by: 'anna-nhs', staff: 'SM-1' },
      ...{ standsFor: BOARD, signedOn: plainDate('2024-03-11') },
    });
    expect(() => again(state)).toThrow(SamePersonForBothSides);
  });

  it('is refused for a version that a later draft replaced', () =>
    halfSigned
      .given(drafted({ version: 2, from: '2025-04-01' }))
      .when(sign('bilal', BOARD))
      .thenRefused(VersionNotOpen, /Version 1/));

  it('is refused for a version that is in force', () =>
    scenario(agreement)
      .given(...inForce)
      .when(sign('aisha', COUNCIL))
      .thenRefused(VersionNotOpen));

  it('is refused for a version that is not there', () =>
    onTheTable.when(sign('anna', COUNCIL, 2)).thenRefused(VersionNotOpen));

  it('is not found by a body that is no party', () =>
    onTheTable.when(sign('carl', ['E10000028'])).thenRefused(AgreementNotFound));

  it('is not found before there is an agreement', () =>
    scenario(agreement).when(sign('anna', COUNCIL)).thenRefused(AgreementNotFound));
});
