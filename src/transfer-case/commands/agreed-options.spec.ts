import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import {
  agreementBound,
  alertRaised,
  CASE_REF,
  checklistReceived,
  COUNCIL,
  HISTORY_TO,
  NHS_BODY,
} from '../../../test/support/example-transfer-case.js';
import { numberedUuid } from '../../../test/support/recorded.js';
import { TickingClock } from '../../../test/support/ticking-clock.js';
import {
  DEFAULT_OPTIONS,
  type AgreementOptions,
  type Agreements,
  type BoundAgreement,
} from '../../agreement/index.js';
import { plainDate } from '../../kernel/plain-date.js';
import { FieldRefused, NotYourSide } from '../../kernel/refusal.js';
import type { CommandContext } from '../../platform/event-store/command-context.js';
import { InMemoryEventStore } from '../../platform/event-store/in-memory/in-memory-event-store.js';
import { CaseNotReady } from '../domain/stages.js';
import { LiabilityRuleNotAllowed } from '../domain/rules/agreed-liability.js';
import type { TransferCaseEvent } from '../domain/transfer-case.events.js';
import { AgreedOptions } from './agreed-options.js';
import { AgreeLiabilityDate, AgreeLiabilityDateHandler } from './agree-liability-date.js';
import { DecideEligibility, DecideEligibilityHandler } from './decide-eligibility.js';
import { ExtendBridging, ExtendBridgingHandler } from './extend-bridging.js';
import { SetJointPackage, SetJointPackageHandler } from './set-joint-package.js';
import { TransferCases } from './transfer-cases.js';

const agreementWith = (options: Partial<AgreementOptions>): BoundAgreement => ({
  agreementId: 'AG-0A1B2C3D4E',
  version: 2,
  legalVehicle: 'nhs-act-section-256',
  options: { ...DEFAULT_OPTIONS, ...options },
});
const boundTo = (options: Partial<AgreementOptions>) => ({
  ...agreementBound,
  data: { ...agreementBound.data, options: { ...DEFAULT_OPTIONS, ...options } },
});
const contextOf = (command: number, organisation: string, role: string): CommandContext => {
  const id = numberedUuid(command);
  const actor = { id: `staff-${role}`, organisation, role };
  return { actor, commandId: id, correlationId: id, causationId: id };
};

describe('What the local agreement of the two bodies lets be recorded', () => {
  const clock = new TickingClock();
  const inForce = jest.fn<Agreements['inForce']>();
  const agreed = new AgreedOptions({ inForce } as unknown as Agreements);
  let cases: TransferCases;
  let commands: number;

  beforeEach(() => {
    cases = new TransferCases(new InMemoryEventStore(clock));
    inForce.mockReset().mockResolvedValue(undefined);
    commands = 0;
  });

  const by = (organisation: string, role: string) => contextOf((commands += 1), organisation, role);
  const council = () => by(COUNCIL, 'council-approver');
  const nhs = () => by(NHS_BODY, 'nhs-approver');
  const given = (...events: readonly TransferCaseEvent[]) =>
    cases.streams.transact(CASE_REF, () => events, council(), { subject: CASE_REF });

  const agree = () =>
    new AgreeLiabilityDateHandler(cases, clock, agreed).execute(
      new AgreeLiabilityDate(
        CASE_REF,
        {
          startsOn: plainDate('2024-03-01'),
          documentReference: 'LETTER-7',
          agreedOn: plainDate('2024-06-03'),
        },
        council(),
      ),
    );

  it('is everything while no agreement is in force', async () => {
    await given(...HISTORY_TO.eligible);
    expect((await agree()).state.liability).toMatchObject({ startsOn: '2024-03-01', rule: 'R6' });
    expect(inForce).toHaveBeenCalledWith(COUNCIL, NHS_BODY, plainDate('2024-03-01'));
  });

  it('is what the version in force on the found day allows, until the case is bound', async () => {
    await given(...HISTORY_TO.eligible);
    inForce.mockResolvedValue(agreementWith({ liabilityRulesAllowed: 'R1,R2,R3,R4,R5' }));
    await expect(agree()).rejects.toThrow(LiabilityRuleNotAllowed);
    expect((await cases.streams.load(CASE_REF)).state).not.toHaveProperty('liabilityAgreed');
  });

  it('is what the version allows that the case keeps, whichever is in force by now', async () => {
    await given(...HISTORY_TO.eligible, boundTo({ liabilityRulesAllowed: 'R1,R3' }));
    await expect(agree()).rejects.toThrow(/by rule R6, and the local agreement allows R1, R3 only$/);
    expect(inForce).not.toHaveBeenCalled();
  });

  it('says so of the field where only the decision counts', async () => {
    await given(alertRaised, checklistReceived);
    inForce.mockResolvedValue(agreementWith({ liabilityEffectiveDate: 'decision' }));
    const terms = {
      outcome: 'eligible',
      decidedOn: plainDate('2024-04-10'),
      notifiedOn: plainDate('2024-04-12'),
      effectiveOn: plainDate('2024-02-20'),
    } as const;
    const decide = new DecideEligibility(CASE_REF, terms, by(NHS_BODY, 'phb-worker'));
    const refused = new DecideEligibilityHandler(cases, clock, agreed).execute(decide);
    await expect(refused).rejects.toMatchObject({
      fields: [{ pointer: '/effectiveOn', code: 'only-the-decision-counts' }],
    });
  });

  it('leaves to the decision what it refuses anyway', async () => {
    await given(...HISTORY_TO.withdrawn);
    await expect(agree()).rejects.toThrow(CaseNotReady);
    expect(inForce).not.toHaveBeenCalled();
  });

  it('divides a joint package by the agreed measure on its first day', async () => {
    await given(alertRaised);
    inForce.mockResolvedValue(agreementWith({ jointShareKind: 'fixed-sums' }));
    const joint = {
      from: plainDate('2024-05-13'),
      parts: [{ part: 'council-own', share: '0.4' }],
      remainder: 'bridged',
    } as const;
    const set = () =>
      new SetJointPackageHandler(cases, clock, agreed).execute(
        new SetJointPackage(CASE_REF, joint, council()),
      );
    await expect(set()).rejects.toThrow(FieldRefused);
    inForce.mockResolvedValue(agreementWith({ jointShareKind: 'shares' }));
    expect((await set()).state.jointPackages).toMatchObject([joint]);
    expect(inForce).toHaveBeenLastCalledWith(COUNCIL, NHS_BODY, plainDate('2024-05-13'));
  });

  it('leaves extensions of bridging to the approver of one body', async () => {
    await given(...HISTORY_TO.bridging, boundTo({ bridgingExtensionBy: 'nhs-body' }));
    const terms = { reasonCode: 'plan-not-signed', approvedOn: plainDate('2024-06-05') };
    const extend = (context: CommandContext) =>
      new ExtendBridgingHandler(cases, clock).execute(new ExtendBridging(CASE_REF, terms, context));
    await expect(extend(council())).rejects.toThrow(NotYourSide);
    const { state } = await extend(nhs());
    expect(state.bridging?.extensions).toMatchObject([
      { until: '2024-06-21', approvedBy: 'staff-nhs-approver' },
    ]);
  });
});
