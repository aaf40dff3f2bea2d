import { describe, expect, it } from '@jest/globals';
import { plainDate } from '../../kernel/plain-date.js';
import { Refusal } from '../../kernel/refusal.js';
import { recordedHistory } from '../../../test/support/recorded.js';
import { foldAgreement } from './agreement.js';
import type { AgreementEvent } from './agreement.events.js';
import { AGREEMENT_ID, drafted, HERTFORDSHIRE, inForce, signed } from './agreement.fixtures.js';
import { draftAgreement } from './draft-agreement/draft-agreement.decision.js';
import { draftVersion } from './draft-version/draft-version.decision.js';
import { organisationDirectory } from './loaded-organisations.js';
import { signVersion } from './sign-version/sign-version.decision.js';
import type { ProposedTerms } from './terms.js';

const after = (...events: readonly AgreementEvent[]) => foldAgreement(recordedHistory(events));

interface Draft extends Partial<ProposedTerms> {
  readonly council?: string;
  readonly nhsBody?: string;
  readonly standsFor?: string;
}

const termsOf = (terms: Partial<ProposedTerms>): ProposedTerms => ({
  legalVehicle: terms.legalVehicle ?? 'nhs-act-section-75',
  options: terms.options ?? {},
  inForceFrom: terms.inForceFrom ?? plainDate('2024-04-01'),
});

const draft = ({ council = HERTFORDSHIRE, nhsBody = 'QM7', standsFor = council, ...terms }: Draft) =>
  draftAgreement(
    {
      agreementId: AGREEMENT_ID,
      council,
      nhsBody,
      standsFor: [standsFor],
      terms: termsOf(terms),
      draftedOn: plainDate('2024-03-04'),
    },
    organisationDirectory,
  );

const next = ({ standsFor = HERTFORDSHIRE, ...terms }: Draft) =>
  draftVersion(
    {
      agreementId: AGREEMENT_ID,
      standsFor: [standsFor],
      terms: termsOf(terms),
      draftedOn: plainDate('2024-03-04'),
    },
    organisationDirectory,
  );

const sign = (by: string, standsFor: string, version = 1) =>
  signVersion({
    agreementId: AGREEMENT_ID,
    version,
    by,
    standsFor: [standsFor],
    signedOn: plainDate('2024-03-11'),
  });

/** What the user reads of a refusal: its kind and code, the words, the fields and the further facts. */
function answerOf(decide: () => unknown) {
  try {
    decide();
    return undefined;
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal;
    const { kind, code, message, facts, fields } = refusal;
    return { kind, code, message, facts, fields: fields.map(({ pointer }) => pointer) };
  }
}

const none = after();
const onTheTable = after(drafted());
const halfSigned = after(drafted(), signed('council', 'anna'));
const agreed = after(...inForce);
const secondOnTheTable = after(...inForce, drafted({ version: 2, from: '2025-04-01' }));

describe('what the user reads when something cannot be done with an agreement', () => {
  it.each<[string, () => unknown, string, string, string, Record<string, unknown>]>([
    [
      'an agreement that there is already',
      () => draft({})(onTheTable),
      'conflict',
      'agreement-exists',
      'These two bodies have a local agreement already; draft a new version of it',
      { agreementId: AGREEMENT_ID },
    ],
    [
      'an agreement of two other bodies',
      () => draft({ standsFor: 'E10000028' })(none),
      'forbidden',
      'not-your-agreement',
      'An agreement is drafted by one of its two bodies, and your organisation is neither',
      {},
    ],
    [
      'a version where there is no agreement',
      () => next({})(none),
      'not-found',
      'agreement-not-found',
      'There is no local agreement AG-0000000001 that you can see',
      {},
    ],
    [
      'a version by a body that is no party',
      () => next({ standsFor: 'E10000028' })(agreed),
      'not-found',
      'agreement-not-found',
      'There is no local agreement AG-0000000001 that you can see',
      {},
    ],
    [
      'a signature under a version that is in force',
      () => sign('aisha', HERTFORDSHIRE)(agreed),
      'conflict',
      'version-not-open',
      'Version 1 is not open for signature',
      {},
    ],
    [
      'a signature under the version before the one on the table',
      () => sign('aisha', HERTFORDSHIRE)(secondOnTheTable),
      'conflict',
      'version-not-open',
      'Version 1 is not open for signature',
      { openVersion: 2 },
    ],
    [
      'a signature under a version to come',
      () => sign('bilal', 'QM7', 2)(halfSigned),
      'conflict',
      'version-not-open',
      'Version 2 is not open for signature',
      { openVersion: 1 },
    ],
    [
      'a second signature for the council',
      () => sign('aisha', HERTFORDSHIRE)(halfSigned),
      'conflict',
      'already-signed',
      'Somebody else has signed for the council',
      { side: 'council' },
    ],
    [
      'a second signature for the NHS body',
      () => sign('bella', 'QM7')(after(drafted(), signed('nhs-body', 'bilal'))),
      'conflict',
      'already-signed',
      'Somebody else has signed for the NHS body',
      { side: 'nhs-body' },
    ],
    [
      'a signature of one person for both',
      () => sign('anna', 'QM7')(halfSigned),
      'conflict',
      'same-person-for-both-sides',
      'You have signed for the other body; a different person signs for this one',
      {},
    ],
  ])('%s', (_, decide, kind, code, message, facts) =>
    expect(answerOf(decide)).toStrictEqual({ kind, code, message, facts, fields: [] }),
  );
});

describe('what the user reads when a field of an agreement is refused', () => {
  const split = plainDate('2026-04-01');

  it.each<[string, () => unknown, string, string, string]>([
    [
      'a shire district',
      () => draft({ council: 'E07000242' })(none),
      '/council',
      'district-council',
      'E07000242 is a shire district, which has no adult social care duty',
    ],
    [
      'an unlisted council',
      () => draft({ council: 'E09000012' })(none),
      '/council',
      'unknown-organisation',
      'E09000012 is not a body that is loaded',
    ],
    [
      'an NHS body as the council',
      () => draft({ council: 'QNC' })(none),
      '/council',
      'wrong-kind-of-body',
      'NHS Staffordshire and Stoke-on-Trent ICB is not a council with adult social care duties',
    ],
    [
      'a council as the NHS body',
      () => draft({ nhsBody: 'E10000028' })(none),
      '/nhsBody',
      'wrong-kind-of-body',
      'Staffordshire County Council is not an NHS body',
    ],
    [
      'a sub-ICB location',
      () => draft({ nhsBody: '06N' })(none),
      '/nhsBody',
      'sub-icb-location',
      '06N names a sub-ICB location on 1 April 2024, not a legal body; the legal body is NHS Hertfordshire and West Essex ICB (QM7)',
    ],
    [
      'a sub-ICB location whose board was split',
      () => draft({ nhsBody: '06N', inForceFrom: split })(none),
      '/nhsBody',
      'sub-icb-location',
      '06N names a sub-ICB location on 1 April 2026, not a legal body',
    ],
    [
      'a CCG that was merged away',
      () => draft({ nhsBody: '05A' })(none),
      '/nhsBody',
      'not-in-law-on-day',
      'NHS Coventry and Rugby CCG does not exist in law on 1 April 2024',
    ],
    [
      'an unlisted NHS body',
      () => draft({ nhsBody: 'QZZ' })(none),
      '/nhsBody',
      'unknown-organisation',
      'QZZ is not a body that is loaded',
    ],
    [
      'an option outside its limits',
      () => draft({ options: { bridgingReviewWeeks: 53 } })(none),
      '/options/bridgingReviewWeeks',
      'outside-limits',
      'bridgingReviewWeeks must be from 1 to 52',
    ],
    [
      'a version that begins when its NHS body is no more',
      () => next({ inForceFrom: split })(agreed),
      '/inForceFrom',
      'not-in-law-on-day',
      'NHS Hertfordshire and West Essex ICB does not exist in law on 1 April 2026',
    ],
    [
      'a version that begins before its council was one',
      () => next({ inForceFrom: plainDate('1960-04-01') })(agreed),
      '/inForceFrom',
      'not-in-law-on-day',
      'Hertfordshire County Council does not exist in law on 1 April 1960',
    ],
    [
      'a version that begins when the one in force did',
      () => next({})(agreed),
      '/inForceFrom',
      'begins-too-early',
      'A new version begins after 1 April 2024, when version 1 began',
    ],
  ])('%s', (_, decide, pointer, code, message) =>
    expect(answerOf(decide)).toEqual({ kind: 'invalid', code, message, facts: {}, fields: [pointer] }),
  );

  it('and nothing where NHS England is the NHS body', () =>
    expect(answerOf(() => draft({ nhsBody: 'X24' })(none))).toBeUndefined());
});
