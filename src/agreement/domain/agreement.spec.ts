import { describe, expect, it } from '@jest/globals';
import { recordedHistory } from '../../../test/support/recorded.js';
import { plainDate } from '../../kernel/plain-date.js';
import { Refusal } from '../../kernel/refusal.js';
import type { Decision } from '../../kernel/event.js';
import { foldAgreement, versionInForceOn, type Agreement } from './agreement.js';
import type { AgreementEvent } from './agreement.events.js';
import {
  AGREEMENT_ID,
  broughtIntoForce,
  drafted,
  HERTFORDSHIRE,
  inForce,
  signed,
  superseded,
} from './agreement.fixtures.js';
import { describeAgreementEvent } from './describe-event.js';
import { draftAgreement } from './draft-agreement/draft-agreement.decision.js';
import { draftVersion } from './draft-version/draft-version.decision.js';
import { organisationDirectory } from './loaded-organisations.js';
import { OPTION_DESCRIPTIONS } from './option-descriptions.js';
import { DEFAULT_OPTIONS, OPTION_CHOICES } from './options.js';
import { signVersion } from './sign-version/sign-version.decision.js';
import { AGREEMENT_STEPS, nextAgreementSteps, type AgreementStep } from './stages.js';

const after = (...events: readonly AgreementEvent[]): Agreement => foldAgreement(recordedHistory(events));
const twoVersions = [
  ...inForce,
  drafted({ version: 2, from: '2025-04-01' }),
  signed('council', 'anna', 2),
  signed('nhs-body', 'bilal', 2),
  superseded(1, 2, '2025-04-01'),
  broughtIntoForce(2, '2025-04-01'),
];

describe('the version in force on a day', () => {
  it.each([
    ['2024-03-31', undefined],
    ['2024-04-01', 1],
    ['2025-03-31', 1],
    ['2025-04-01', 2],
    ['2030-01-01', 2],
  ])('on %s is %s', (day, version) =>
    expect(versionInForceOn(after(...twoVersions), plainDate(day))?.version).toBe(version),
  );

  it('is none while one signature is missing', () =>
    expect(
      versionInForceOn(after(drafted(), signed('council', 'anna')), plainDate('2024-05-01')),
    ).toBeUndefined());

  it('is the old one while the new one waits for a signature', () => {
    const state = after(
      ...inForce,
      drafted({ version: 2, from: '2025-04-01' }),
      signed('council', 'anna', 2),
    );
    expect(versionInForceOn(state, plainDate('2025-05-01'))?.version).toBe(1);
  });

  it('is none where there is no agreement', () =>
    expect(versionInForceOn(after(), plainDate('2024-05-01'))).toBeUndefined());
});

describe('the versions of an agreement', () => {
  it('say where each of them stands', () => {
    const state = after(
      ...twoVersions,
      drafted({ version: 3, from: '2026-01-01' }),
      drafted({ version: 4, from: '2026-01-02' }),
    );
    expect(
      state.stage !== 'none' && state.versions.map(({ status, inForceUntil }) => [status, inForceUntil]),
    ).toEqual([
      ['superseded', '2025-04-01'],
      ['in-force', undefined],
      ['replaced', undefined],
      ['draft', undefined],
    ]);
  });
});

describe('what may happen next', () => {
  const states: Record<Agreement['stage'], Agreement> = {
    none: after(),
    draft: after(drafted()),
    'partly-signed': after(drafted(), signed('council', 'anna')),
    'in-force': after(...inForce),
  };
  const terms = {
    legalVehicle: 'nhs-act-section-75',
    options: {},
    inForceFrom: plainDate('2025-04-01'),
  } as const;
  const by = { agreementId: AGREEMENT_ID, draftedOn: plainDate('2024-05-01'), standsFor: [HERTFORDSHIRE] };
  const steps: Record<AgreementStep, Decision<Agreement, AgreementEvent>> = {
    'draft-agreement': draftAgreement(
      { ...by, council: HERTFORDSHIRE, nhsBody: 'QM7', terms },
      organisationDirectory,
    ),
    'draft-version': draftVersion({ ...by, terms }, organisationDirectory),
    'sign-version': signVersion({
      agreementId: AGREEMENT_ID,
      version: 1,
      by: 'bilal',
      standsFor: ['QM7'],
      signedOn: plainDate('2024-05-01'),
    }),
  };
  const isPossible = (decide: Decision<Agreement, AgreementEvent>, state: Agreement) => {
    try {
      return decide(state).length > 0;
    } catch (refusal) {
      if (refusal instanceof Refusal) return false;
      throw refusal;
    }
  };
  const pairs = Object.keys(states).flatMap((stage) => AGREEMENT_STEPS.map((step) => [stage, step] as const));

  it.each(pairs)('at %s agrees with the decision to %s', (stage, step) => {
    const listed: readonly AgreementStep[] = nextAgreementSteps[stage as Agreement['stage']];
    expect(isPossible(steps[step], states[stage as Agreement['stage']])).toBe(listed.includes(step));
  });
});

describe('the history of an agreement in sentences', () => {
  it('names bodies, versions and days', () =>
    expect(recordedHistory<AgreementEvent>(twoVersions).map(describeAgreementEvent)).toEqual([
      'Version 1 of the agreement between E10000015 and QM7 was drafted, to begin on 1 April 2024',
      'The council signed version 1 on 11 March 2024',
      'The NHS body signed version 1 on 11 March 2024',
      'Version 1 is in force from 1 April 2024',
      'Version 2 of the agreement between E10000015 and QM7 was drafted, to begin on 1 April 2025',
      'The council signed version 2 on 11 March 2024',
      'The NHS body signed version 2 on 11 March 2024',
      'Version 1 gives way to version 2 from 1 April 2025',
      'Version 2 is in force from 1 April 2025',
    ]));
});

describe('the options of an agreement', () => {
  it('are all described, each with the default that an agreement takes', () =>
    expect(
      Object.fromEntries(OPTION_DESCRIPTIONS.map(({ option, default: value }) => [option, value])),
    ).toEqual(DEFAULT_OPTIONS));

  it('offer the default first where there is a choice', () =>
    Object.entries(OPTION_CHOICES).forEach(([option, choices]) =>
      expect(DEFAULT_OPTIONS[option as keyof typeof OPTION_CHOICES]).toBe(choices[0]),
    ));

  it('each say in one way what they may be', () =>
    OPTION_DESCRIPTIONS.forEach(({ choices, limits, selection, longest }) =>
      expect([choices, limits, selection, longest].filter((each) => each !== undefined)).toHaveLength(1),
    ));
});
