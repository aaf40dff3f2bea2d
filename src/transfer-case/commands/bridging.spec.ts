import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import { CASE_REF, COUNCIL, HISTORY_TO } from '../../../test/support/example-transfer-case.js';
import { numberedUuid } from '../../../test/support/recorded.js';
import { TickingClock } from '../../../test/support/ticking-clock.js';
import { DEFAULT_OPTIONS, type Agreements, type BoundAgreement } from '../../agreement/index.js';
import { pence } from '../../kernel/pence.js';
import { plainDate } from '../../kernel/plain-date.js';
import type { CommandContext } from '../../platform/event-store/command-context.js';
import { InMemoryEventStore } from '../../platform/event-store/in-memory/in-memory-event-store.js';
import { AgreementNotInForce } from '../domain/open-bridging/agreement-not-in-force.js';
import type { TransferCaseEvent } from '../domain/transfer-case.events.js';
import { AgreementAtLiability } from './agreement-at-liability.js';
import { ChangeAgreement, ChangeAgreementHandler } from './change-agreement.js';
import { OpenBridging, OpenBridgingHandler } from './open-bridging.js';
import { RecordPayment, RecordPaymentHandler } from './record-payment.js';
import { StartPhbCover, StartPhbCoverHandler } from './start-phb-cover.js';
import { TransferCases } from './transfer-cases.js';

const bound: BoundAgreement = {
  agreementId: 'AG-0A1B2C3D4E',
  version: 2,
  legalVehicle: 'nhs-act-section-256',
  options: { ...DEFAULT_OPTIONS, bridgingReviewWeeks: 6 },
};
const contextOf = (command: number, organisation = COUNCIL): CommandContext => {
  const id = numberedUuid(command);
  const role = organisation === COUNCIL ? 'direct-payment-worker' : 'phb-worker';
  const actor = { id: 'staff-1', organisation, role };
  return { actor, commandId: id, correlationId: id, causationId: id };
};

describe('Commands that look something up first', () => {
  const clock = new TickingClock();
  const inForce = jest.fn<Agreements['inForce']>();
  const agreement = new AgreementAtLiability({ inForce } as unknown as Agreements);
  let cases: TransferCases;

  beforeEach(() => {
    cases = new TransferCases(new InMemoryEventStore(clock));
    inForce.mockReset().mockResolvedValue(bound);
  });

  const given = (events: readonly TransferCaseEvent[]) =>
    cases.streams.transact(CASE_REF, () => events, contextOf(1), { subject: CASE_REF });

  it('opening bridging binds the agreement in force on the day that liability starts', async () => {
    await given(HISTORY_TO.eligible);
    const open = new OpenBridging(CASE_REF, { openedOn: plainDate('2024-04-15') }, contextOf(2));
    const { state } = await new OpenBridgingHandler(cases, clock, agreement).execute(open);
    expect(inForce).toHaveBeenCalledWith(COUNCIL, 'QM7', plainDate('2024-04-10'));
    expect(state.agreement).toEqual(bound);
    expect(state.bridging?.reviewDueOn).toBe('2024-05-24');
  });

  it('opening bridging is refused without one', async () => {
    await given(HISTORY_TO.eligible);
    inForce.mockResolvedValue(undefined);
    const open = new OpenBridging(CASE_REF, { openedOn: plainDate('2024-04-15') }, contextOf(2));
    await expect(new OpenBridgingHandler(cases, clock, agreement).execute(open)).rejects.toThrow(
      AgreementNotInForce,
    );
  });

  it('starting cover without bridging binds it too', async () => {
    await given(HISTORY_TO.eligible);
    const terms = { startsOn: plainDate('2024-04-15'), withoutPrejudice: false };
    const start = new StartPhbCover(CASE_REF, terms, contextOf(2, 'QM7'));
    const { state } = await new StartPhbCoverHandler(cases, clock, agreement).execute(start);
    expect(state).toMatchObject({ stage: 'phb-started', agreement: bound });
  });

  it('both bodies bind a case to another version that they signed, and the start of cover leaves it at that', async () => {
    await given(HISTORY_TO.bridging);
    const later = { ...bound, version: 3 };
    const signedVersion = jest.fn<Agreements['signedVersion']>().mockResolvedValue(later);
    const handler = new ChangeAgreementHandler(cases, clock, { signedVersion } as unknown as Agreements);
    const terms = { agreementId: later.agreementId, version: 3, reasonCode: 'rate-basis-agreed' };
    const by = (command: number, organisation: string, id: string) => {
      const context = contextOf(command, organisation);
      return new ChangeAgreement(CASE_REF, terms, { ...context, actor: { ...context.actor, id } });
    };
    const proposed = await handler.execute(by(2, COUNCIL, 'staff-council-2'));
    expect(proposed.state.agreement?.version).not.toBe(3);
    expect(proposed.state.agreementChange).toMatchObject({ version: 3, signatures: [{ side: 'council' }] });
    const done = await handler.execute(by(3, 'QM7', 'staff-nhs-3'));
    expect(done.state).toMatchObject({ agreement: later });
    expect(done.state.agreementChange).toBeUndefined();

    const cover = { startsOn: plainDate('2024-06-03'), withoutPrejudice: false };
    const start = new StartPhbCover(CASE_REF, cover, contextOf(4, 'QM7'));
    const { state } = await new StartPhbCoverHandler(cases, clock, agreement).execute(start);
    expect(state).toMatchObject({ stage: 'phb-started', agreement: later });

    signedVersion.mockResolvedValue(undefined);
    await expect(handler.execute(by(5, COUNCIL, 'staff-council-2'))).rejects.toThrow(
      /^E10000015 and QM7 never both signed version 3 of AG-0A1B2C3D4E$/,
    );
  });

  it('a payment is that of the body of the caller’s side on the day it was made', async () => {
    const [raised, ...rest] = HISTORY_TO.eligible;
    if (raised?.type !== 'transfer-case.alert-raised') throw new Error('A case begins with its alert');
    await given([{ ...raised, data: { ...raised.data, nhsBody: '06N' } }, ...rest]);
    const cover = { startsOn: plainDate('2024-06-03'), withoutPrejudice: false };
    await new StartPhbCoverHandler(cases, clock, agreement).execute(
      new StartPhbCover(CASE_REF, cover, contextOf(2, 'QM7')),
    );
    const payment = {
      reference: 'PHB-1',
      paidOn: plainDate('2024-06-03'),
      from: plainDate('2024-06-03'),
      until: plainDate('2024-07-01'),
      amountPence: pence(204_876),
    };
    const pay = new RecordPayment(CASE_REF, payment, contextOf(3, 'QM7'));
    const { state } = await new RecordPaymentHandler(cases, clock).execute(pay);
    expect(state.payments).toEqual([{ ...payment, payer: 'QM7' }]);
  });
});
