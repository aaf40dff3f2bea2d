import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import supertest from 'supertest';
import {
  agreementBound,
  alertRaised,
  areaChanged,
  awardRateSet,
  COUNCIL,
  delayClassified,
  HISTORY_TO,
  liabilityWithHeldDays,
  NHS_BODY,
  paymentMade,
} from '../../test/support/example-transfer-case.js';
import { useTestIssuer } from '../../test/support/issuer.js';
import { useTestDatabase } from '../../test/support/postgres.js';
import { RechargesAlone } from '../../test/support/recharges-alone.js';
import { settingsFor } from '../../test/support/sample-api/sample-api.js';
import { DEFAULT_OPTIONS } from '../agreement/index.js';
import type { Actor, DomainEvent } from '../kernel/event.js';
import { negatePence, pence } from '../kernel/pence.js';
import { plainDate } from '../kernel/plain-date.js';
import { DutiesApart } from '../kernel/refusal.js';
import type { CommandContext } from '../platform/event-store/command-context.js';
import { EVENT_STORE, type EventStore } from '../platform/event-store/event-store.js';
import { StaleRevision } from '../platform/event-store/streams.js';
import { createWebApplication } from '../platform/http/create-web-application.js';
import { ProjectionWorker } from '../platform/projections/projection-worker.js';
import { TransferCases } from '../transfer-case/index.js';
import { ApproveRecharge } from './commands/approve-recharge.js';
import { CalculateRecharge } from './commands/calculate-recharge.js';
import { CreditRecharge } from './commands/credit-recharge.js';
import { IssueRecharge } from './commands/issue-recharge.js';
import { RecalculateRecharge } from './commands/recalculate-recharge.js';
import { rechargeRefOf } from './commands/recharge-ref.js';
import { Recharges } from './commands/recharges.js';
import {
  ApprovalLapsed,
  ChargedByYourself,
  EnteredWhatIsCharged,
  NotAnApprover,
  OverApprovalLimit,
  PreparerMayNotApprove,
  RequesterMayNotCredit,
} from './domain/duties/duties.refusals.js';
import { AcceptLine } from './commands/accept-line.js';
import { RechargeOutOfDate } from './domain/issue/issue.refusals.js';
import type { RechargeRecord } from './domain/recharge.js';

// The ways round two people, one after the other, each alone and as a race of requests at one moment over the real store.
// docs/duties.md has the same table in words.

/** Races are run as often as this, each on a case of its own. */
const ROUNDS = 3;
const TOTAL = pence(395_118);

const council = (id: string, role: string, right: Partial<Actor> = {}): Actor => ({
  ...right,
  id,
  organisation: COUNCIL,
  role,
});
const finance = council('anna', 'council-finance');
const approver = council('bilal', 'council-approver', { staff: 'SM-2', grant: 'SM-2-1' });
const worker = council('wanda', 'direct-payment-worker');

const payment = (reference: string, paidOn = '2024-05-01') => ({
  ...paymentMade,
  occurredOn: plainDate(paidOn),
  data: {
    ...paymentMade.data,
    paymentReference: reference,
    from: plainDate('2024-04-10'),
    until: plainDate('2024-06-03'),
  },
});
/** Paid for days that the recharge is not about, so that its lines stay as they are. */
const elsewhere = (reference: string) => {
  const { data, ...fact } = payment(reference);
  const days = { from: plainDate('2024-01-01'), until: plainDate('2024-01-08') };
  return { ...fact, data: { ...data, ...days } };
};

describe('A way round two people', () => {
  const database = useTestDatabase();
  const issuer = useTestIssuer();
  let app: NestFastifyApplication;
  let cases = 0;

  beforeAll(async () => {
    const module = RechargesAlone.on({ databaseUrl: database.url, poolSize: 8 });
    app = await createWebApplication(module, settingsFor(issuer.current));
    app.get(ProjectionWorker).start();
    await app.listen(0, '127.0.0.1');
  }, 60_000);
  afterAll(() => app.close());
  afterEach(() => {
    jest.restoreAllMocks();
  });

  const by = (actor: Actor): CommandContext => {
    const id = randomUUID();
    return { actor, commandId: id, correlationId: id, causationId: id };
  };
  const send = (command: object) => app.get(CommandBus).execute<object, { revision: number }>(command);
  const record = (caseRef: string, event: DomainEvent, actor: Actor) =>
    app.get(TransferCases).streams.transact(caseRef, () => [event as never], by(actor), { subject: caseRef });

  /** A completed case of its own, which people recorded who are nobody else in these specs. */
  const newCase = async (...more: readonly DomainEvent[]): Promise<string> => {
    cases += 1;
    const caseRef = `TC-${String(cases).padStart(10, '0')}`;
    const [, ...rest] = HISTORY_TO.complete;
    const alert = { ...alertRaised, data: { ...alertRaised.data, caseRef } };
    const bound = { ...agreementBound, data: { ...agreementBound.data, options: DEFAULT_OPTIONS } };
    const liable = { ...liabilityWithHeldDays, data: { startsOn: plainDate('2024-04-10'), rule: 'R1' } };
    const facts = [
      alert,
      ...rest,
      delayClassified('justified'),
      liable,
      bound,
      awardRateSet,
      payment('DP-1'),
    ];
    const history = () => [...facts, ...more] as never;
    await app.get(TransferCases).streams.transact(caseRef, history, by(worker), { subject: caseRef });
    return caseRef;
  };
  const calculate = (caseRef: string, actor: Actor, nhsBody?: string) =>
    send(new CalculateRecharge(caseRef, 'bridging', nhsBody, by(actor)));
  const approve = (ref: string, actor: Actor, revision = 1) =>
    send(new ApproveRecharge(ref, revision, by(actor)));
  const document = { documentDate: plainDate('2024-06-20'), invoiceReference: 'INV-1' };
  const issue = (ref: string, revision = 2) => send(new IssueRecharge(ref, document, revision, by(finance)));
  const load = async (ref: string): Promise<RechargeRecord> => {
    const { state } = await app.get(Recharges).streams.load(ref);
    if (state.stage === 'none') throw new Error(`There is no ${ref}`);
    return state;
  };
  const eventsOf = async (ref: string) =>
    (await app.get<EventStore>(EVENT_STORE).readStream(`recharge-${ref}`)).map(({ type }) => type);
  const draft = async (preparer = finance, ...more: readonly DomainEvent[]): Promise<string> => {
    const caseRef = await newCase(...more);
    await calculate(caseRef, preparer);
    return rechargeRefOf(caseRef, 1);
  };

  type Refused = new (...args: never[]) => Error;

  /** Is refused alone; and of many requests at one moment, beside one that is right, none of theirs is what approves. */
  const isRefused = async (make: () => Promise<string>, barred: readonly Actor[], refusal: Refused) => {
    for (const actor of barred) await expect(approve(await make(), actor)).rejects.toThrow(refusal);
    for (let round = 0; round < ROUNDS; round += 1) {
      const ref = await make();
      const tries = await Promise.allSettled([
        ...[...barred, ...barred].map((actor) => approve(ref, actor)),
        approve(ref, approver),
        ...barred.map((actor) => approve(ref, actor)),
      ]);
      const done = tries.filter(({ status }) => status === 'fulfilled');
      expect(done).toHaveLength(1);
      for (const each of tries) {
        if (each.status === 'rejected') expect([refusal, StaleRevision]).toContain(each.reason.constructor);
      }
      expect((await load(ref)).approval?.approver.id).toBe(approver.id);
      expect((await eventsOf(ref)).filter((type) => type === 'recharge.approved')).toHaveLength(1);
    }
  };

  it('1: the role changed between the two steps', () =>
    isRefused(
      () => draft(),
      [{ ...finance, role: 'council-approver', grant: 'SM-1-2' }],
      PreparerMayNotApprove,
    ));

  it('2: the same person, two accounts', () => {
    const prepared = council('anna', 'council-finance', { staff: 'SM-1' });
    const other = council('anna-admin', 'council-approver', { staff: 'SM-1', grant: 'SM-1-2' });
    return isRefused(() => draft(prepared), [other], PreparerMayNotApprove);
  });

  it('3: a service account, or the product itself', async () => {
    const accounts = ['worker', 'system', 'auditor'].map((role) => council(`service-${role}`, role));
    await isRefused(() => draft(), accounts, NotAnApprover);
  });

  it('4: a delegated or a cover account: who does it is who signed in, and that one prepared it', () => {
    const cover = { ...finance, role: 'council-approver', grant: 'SM-9-1', limitPence: pence(100_000_000) };
    return isRefused(() => draft(), [cover], PreparerMayNotApprove);
  });

  it('5: approve and raise in one import: who imported a payment behind the sum approves none', async () => {
    const importer = council('imran', 'council-approver');
    const imported = async () => {
      const caseRef = await newCase();
      await record(caseRef, elsewhere('CSV-1'), { ...importer, role: 'council-finance' });
      await calculate(caseRef, finance);
      return rechargeRefOf(caseRef, 1);
    };
    await isRefused(imported, [importer], EnteredWhatIsCharged);
    // At one moment: either the import came first and refuses the approval, or the approval has lapsed by it.
    for (let round = 0; round < ROUNDS; round += 1) {
      const ref = await draft();
      const { caseRef } = await load(ref);
      await Promise.allSettled([
        approve(ref, importer),
        // A little later each time, so that either may come first.
        pause(round * 6).then(() =>
          record(caseRef, elsewhere('CSV-2'), { ...importer, role: 'council-finance' }),
        ),
      ]);
      const { stage } = await load(ref);
      if (stage === 'approved') await expect(issue(ref)).rejects.toThrow(ApprovalLapsed);
      else await expect(issue(ref, 1)).rejects.toThrow('while the recharge is draft');
    }
  });

  it('6: two requests at once: one person cannot prepare and approve at one moment, and two approve once', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const caseRef = await newCase();
      const ref = rechargeRefOf(caseRef, 1);
      const self = { ...finance, role: 'council-approver' };
      await Promise.allSettled([calculate(caseRef, finance), approve(ref, self), approve(ref, self)]);
      expect(await eventsOf(ref)).toEqual(['recharge.calculated']);
      const second = council('bea', 'council-approver');
      await Promise.allSettled([approve(ref, approver), approve(ref, second)]);
      expect(await eventsOf(ref)).toEqual(['recharge.calculated', 'recharge.approved']);
    }
  });

  it('7: an edit after the approval: it has lapsed, and is given again by somebody who did not edit', async () => {
    const ref = await draft();
    const { caseRef } = await load(ref);
    await approve(ref, approver);
    await record(caseRef, elsewhere('DP-2'), council('bea', 'council-finance'));
    await expect(issue(ref)).rejects.toThrow(ApprovalLapsed);
    await expect(approve(ref, council('bea', 'council-approver'), 2)).rejects.toThrow(EnteredWhatIsCharged);
    await approve(ref, approver, 2);
    // Another sum is no approved one at all: it is worked out anew, and approved then.
    await record(caseRef, { ...areaChanged, occurredOn: plainDate('2024-05-13') }, worker);
    await expect(issue(ref, 3)).rejects.toThrow(RechargeOutOfDate);
    await expect(approve(ref, approver, 3)).rejects.toThrow(RechargeOutOfDate);
    await send(new RecalculateRecharge(ref, 3, by(finance)));
    expect(await load(ref)).toMatchObject({ stage: 'draft' });

    for (let round = 0; round < ROUNDS; round += 1) {
      const raced = await draft();
      const { caseRef: racedCase } = await load(raced);
      await approve(raced, approver);
      await record(racedCase, elsewhere('DP-3'), worker);
      const tries = await Promise.allSettled([issue(raced), approve(raced, approver, 2), issue(raced)]);
      expect(tries.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'rejected']);
    }
  });

  it('8: an older version is approved: of one worked out anew at that moment, one of the two comes first', async () => {
    const ref = await draft();
    await approve(ref, approver);
    await expect(approve(ref, council('bea', 'council-approver'), 1)).rejects.toThrow(StaleRevision);
    for (let round = 0; round < ROUNDS; round += 1) {
      const raced = await draft();
      const { caseRef } = await load(raced);
      await record(caseRef, areaChanged, worker);
      const tries = await Promise.allSettled([
        approve(raced, approver),
        send(new RecalculateRecharge(raced, 1, by(finance))),
      ]);
      expect(tries.map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
      expect((await load(raced)).stage).toBe('draft');
    }
  });

  it('9: oneself through a group mailbox: a shared account is one person, and nothing is approved without signing in', async () => {
    const group = council('recharges-team', 'council-finance');
    await isRefused(() => draft(group), [{ ...group, role: 'council-approver' }], PreparerMayNotApprove);
    const ref = await draft();
    const unsigned = await supertest(app.getHttpServer())
      .post(`/v1/recharges/${ref}/approvals`)
      .set('if-match', 'W/"1"')
      .set('idempotency-key', randomUUID());
    expect([unsigned.status, unsigned.body.code]).toEqual([401, 'not-signed-in']);
  });

  it('10: an administrator who gives himself the role: the right is new, and the person is the one who prepared it', async () => {
    const admin = council('ade', 'administrator', { staff: 'SM-7' });
    await isRefused(() => draft(), [admin], NotAnApprover);
    const granted = { ...admin, role: 'council-approver', grant: 'SM-7-2' };
    await isRefused(() => draft({ ...admin, role: 'council-finance' }), [granted], PreparerMayNotApprove);
  });

  it('11: one’s own credit note: who asked for it does not agree to it, and nor does who prepared the sum', async () => {
    const credit = (ref: string, actor: Actor, revision: number) =>
      send(new CreditRecharge(ref, 'facts-changed', revision, by(actor)));
    const requested = async () => {
      const ref = await draft();
      await approve(ref, approver);
      await issue(ref);
      await credit(ref, approver, 3);
      return ref;
    };
    const ref = await requested();
    await expect(credit(ref, approver, 4)).rejects.toThrow(RequesterMayNotCredit);
    const preparer = { ...finance, role: 'council-approver' };
    await expect(credit(ref, preparer, 4)).rejects.toThrow(PreparerMayNotApprove);
    for (let round = 0; round < ROUNDS; round += 1) {
      const raced = await requested();
      const bea = council('bea', 'council-approver');
      await Promise.allSettled([approver, preparer, bea, approver].map((actor) => credit(raced, actor, 4)));
      const events = await app.get<EventStore>(EVENT_STORE).readStream(`recharge-${raced}`);
      const last = JSON.parse(Buffer.from(events.at(-1)!.data).toString()) as object;
      expect([events.length, last]).toMatchObject([5, { by: 'bea', amountPence: negatePence(TOTAL) }]);
    }
  });

  it('12: split to stay below the limit: what one person approves on a case counts together', async () => {
    const limited = { ...approver, limitPence: pence(300_000) };
    await expect(approve(await draft(), limited)).rejects.toThrow(OverApprovalLimit);
    const inTwo = async () => {
      const caseRef = await newCase(areaChanged);
      await calculate(caseRef, finance, NHS_BODY);
      await calculate(caseRef, finance, 'QNC');
      return [rechargeRefOf(caseRef, 1), rechargeRefOf(caseRef, 1, 'QNC')] as const;
    };
    const [first, second] = await inTwo();
    await approve(first, limited);
    await expect(approve(second, limited)).rejects.toThrow(
      /with the £2,414.61 that you approved on this case before/,
    );
    await approve(second, council('bea', 'council-approver', { limitPence: pence(300_000) }));
    for (let round = 0; round < ROUNDS; round += 1) {
      const pair = await inTwo();
      const tries = await Promise.allSettled(pair.map((ref) => approve(ref, limited)));
      expect(tries.filter(({ status }) => status === 'fulfilled').length).toBeLessThan(2);
      const stages = await Promise.all(pair.map(async (ref) => (await load(ref)).stage));
      expect(stages.filter((stage) => stage === 'approved')).toHaveLength(1);
    }
  });

  it('13: an approval after leaving: no role on the day, no approval; nor for another body', async () => {
    const ref = await draft();
    const sendAs = async (claims: object) =>
      supertest(app.getHttpServer())
        .post(`/v1/recharges/${ref}/approvals`)
        .auth(await issuer.current.tokenWith({ sub: 'leo', ...claims }), { type: 'bearer' })
        .set('if-match', 'W/"1"')
        .set('idempotency-key', randomUUID());
    const left = { organisation: COUNCIL, roles: [] };
    const moved = { organisation: 'E10000028', roles: ['council-approver'] };
    const still = { organisation: COUNCIL, roles: ['council-approver'] };
    const tries = await Promise.all([left, moved, left, moved].map(sendAs));
    expect(tries.map(({ status }) => status)).toEqual([403, 404, 403, 404]);
    expect((await load(ref)).stage).toBe('draft');
    expect((await sendAs(still)).status).toBe(200);
  });

  it('14: bank details changed with a payment: there are none, and a request that names some is refused', async () => {
    const ref = await draft();
    const sendWith = async (field: string) =>
      supertest(app.getHttpServer())
        .post(`/v1/recharges/${ref}/payments`)
        .auth(await issuer.current.tokenFor('herts-nhs-finance'), { type: 'bearer' })
        .set('if-match', 'W/"1"')
        .set('idempotency-key', randomUUID())
        .send({
          paymentReference: 'BACS-1',
          paidOn: '2024-07-20',
          amount: { amount: '1.00', currency: 'GBP' },
          [field]: '20-00-00',
        });
    const fields = ['bankAccount', 'sortCode', 'accountNumber', 'iban', 'payee'];
    for (const { body } of await Promise.all(fields.map(sendWith))) {
      expect(body).toMatchObject({ code: 'unknown-field' });
    }
    const described = await supertest(app.getHttpServer()).get('/openapi.json');
    expect(described.status).toBe(200);
    expect(described.text.match(/"(iban|sortCode|bankAccount|bankDetails|accountNumber)"/gi)).toBeNull();
  });

  it('is closed for one person with rights in both bodies, too: who approved for one does not accept for the other', async () => {
    const ref = await draft();
    await approve(ref, approver);
    await issue(ref);
    const both = { ...approver, organisation: NHS_BODY, role: 'nhs-finance' };
    await expect(send(new AcceptLine(ref, 1, 3, by(both)))).rejects.toThrow(ChargedByYourself);
  });

  it('leaves a line in the log, with the account and what was tried, and without a name', async () => {
    const warn = jest.spyOn(Logger.prototype, 'warn').mockReturnValue();
    const ref = await draft(council('herts-council-approver', 'council-finance'));
    const answer = await supertest(app.getHttpServer())
      .post(`/v1/recharges/${ref}/approvals`)
      .auth(await issuer.current.tokenFor('herts-council-approver'), { type: 'bearer' })
      .set('if-match', 'W/"1"')
      .set('idempotency-key', randomUUID());
    expect([answer.status, answer.body]).toMatchObject([403, { code: 'preparer-may-not-approve' }]);
    expect(warn.mock.calls).toEqual([
      [
        {
          message:
            'Refused for duties apart: preparer-may-not-approve at POST /v1/recharges/:rechargeRef/approvals',
          traceId: answer.body.traceId,
          subject: 'herts-council-approver',
          organisation: COUNCIL,
          role: 'council-approver',
        },
      ],
    ]);
    expect(new PreparerMayNotApprove()).toBeInstanceOf(DutiesApart);
  });
});
