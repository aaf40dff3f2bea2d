import { beforeEach, describe, expect, it } from '@jest/globals';
import { numberedUuid, recordedHistory } from '../../../test/support/recorded.js';
import { TickingClock } from '../../../test/support/ticking-clock.js';
import type { CommandBus } from '@nestjs/cqrs';
import { pence } from '../../kernel/pence.js';
import { plainDate } from '../../kernel/plain-date.js';
import { NotYourSide } from '../../kernel/refusal.js';
import type { CommandContext } from '../../platform/event-store/command-context.js';
import { InMemoryEventStore } from '../../platform/event-store/in-memory/in-memory-event-store.js';
import { CaseMerged, CaseNotFound, TransferCases } from '../../transfer-case/index.js';
import { ALERT_RAISED, LIABLE_FROM_14_OCTOBER } from '../domain/case-history.fixtures.js';
import { EmploymentNotFound } from '../domain/refusals.js';
import { EmploymentContradicted } from '../domain/start-employment/start-employment.decision.js';
import { ASSESSED, COUNCIL, LEAVE_STATEMENT, NHS_BODY, STARTED } from '../domain/workforce.fixtures.js';
import { WhenAlertRaisedStartEmployments } from '../reactors/when-alert-raised-start-employments.js';
import { employmentIdOf } from './employment-id.js';
import { Employments } from './employments.js';
import { ImportEmployments, ImportEmploymentsHandler } from './import-employments.js';
import { RecordFundingPeriod, RecordFundingPeriodHandler } from './record-funding-period.js';
import { RecordLeaveStatement, RecordLeaveStatementHandler } from './record-leave-statement.js';
import { ShareRedundancy, ShareRedundancyHandler } from './share-redundancy.js';
import { StartEmployment, StartEmploymentHandler } from './start-employment.js';

const CASE_REF = 'TC-0000000001';
const EMPLOYMENT = employmentIdOf(CASE_REF, 'PA-1');
const { employmentId: _, ...FACTS } = STARTED.data;

describe('commands on employments', () => {
  let cases: TransferCases;
  let employments: Employments;
  let sent = 0;

  const as = (organisation: string, role = 'direct-payment-worker'): CommandContext => {
    sent += 1;
    const id = numberedUuid(sent);
    const actor = { id: 'anna', organisation, role };
    return { actor, commandId: id, correlationId: id, causationId: id };
  };
  const start = (facts: Partial<typeof FACTS> = {}, context = as(COUNCIL)) =>
    new StartEmploymentHandler(employments, cases).execute(
      new StartEmployment({ ...FACTS, ...facts }, context),
    );

  beforeEach(async () => {
    const store = new InMemoryEventStore(new TickingClock());
    cases = new TransferCases(store);
    employments = new Employments(store, cases);
    await cases.streams.transact(CASE_REF, () => [ALERT_RAISED, LIABLE_FROM_14_OCTOBER], as(COUNCIL));
  });

  it('give the same PA of the same case the same employment, and a repeat changes nothing', async () => {
    await start();
    expect(await start()).toMatchObject({ revision: 1, repeated: true, state: { employmentId: EMPLOYMENT } });
    await expect(start({ weeklyHours: '31' })).rejects.toThrow(EmploymentContradicted);
    expect(employmentIdOf(CASE_REF, 'PA-2')).not.toBe(EMPLOYMENT);
  });

  it('are for bodies of the case: to others neither the case nor the employment is there', async () => {
    await expect(start({}, as('E10000028'))).rejects.toThrow(CaseNotFound);
    await start();
    const stranger = as('E10000028').actor;
    await expect(employments.get(EMPLOYMENT, stranger)).rejects.toThrow(EmploymentNotFound);
    await expect(employments.get('EM-ZZZZZZZZZZ', stranger)).rejects.toThrow(EmploymentNotFound);
    expect(await employments.get(EMPLOYMENT, as(NHS_BODY).actor)).toMatchObject({ assistantRef: 'PA-1' });
  });

  it('are for the roles of either side, each in its own body', async () => {
    await expect(start({}, as(COUNCIL, 'phb-worker'))).rejects.toThrow(NotYourSide);
    await start({}, as(NHS_BODY, 'phb-worker'));
    const facts = { from: plainDate('2016-04-01'), shares: [{ funder: COUNCIL, share: '1' }] };
    const fund = (context: CommandContext) =>
      new RecordFundingPeriodHandler(employments).execute(
        new RecordFundingPeriod({ employmentId: EMPLOYMENT, ifRevision: 1 }, facts, context),
      );
    await expect(fund(as(NHS_BODY, 'council-finance'))).rejects.toThrow(NotYourSide);
    expect(await fund(as(COUNCIL, 'council-finance'))).toMatchObject({ revision: 2 });
  });

  it('say for each row of a file that it is for the other side', async () => {
    const { caseRef, assistantRef } = FACTS;
    const row = {
      line: 2,
      caseReference: caseRef,
      assistantReference: assistantRef,
      facts: { ...FACTS, employmentId: EMPLOYMENT },
      faults: [],
    };
    const command = new ImportEmployments([row], true, as(COUNCIL, 'phb-worker'));
    expect(await new ImportEmploymentsHandler(employments, cases).execute(command)).toMatchObject({
      rows: [{ result: 'refused', reasons: [{ code: 'not-your-side' }] }],
    });
  });

  it('are refused on a case that was merged, naming the one that goes on (odd input 44)', async () => {
    await start();
    const data = { into: 'TC-0000000002', reasonCode: 'duplicate', documentReference: 'NOTE-1' };
    const merged = { type: 'transfer-case.case-merged', occurredOn: plainDate('2024-08-05'), data } as const;
    await cases.streams.transact(CASE_REF, () => [merged], as(COUNCIL));
    await expect(start({ assistantRef: 'PA-2' })).rejects.toThrow(new CaseMerged('TC-0000000002'));
    const facts = { from: plainDate('2016-04-01'), shares: [{ funder: COUNCIL, share: '1' }] };
    const command = new RecordFundingPeriod({ employmentId: EMPLOYMENT, ifRevision: 1 }, facts, as(COUNCIL));
    await expect(new RecordFundingPeriodHandler(employments).execute(command)).rejects.toThrow(CaseMerged);
    expect(await employments.get(EMPLOYMENT, as(COUNCIL).actor)).toMatchObject({ assistantRef: 'PA-1' });
  });

  it('refuse a funder whose code is not a body', async () => {
    await start();
    const facts = { from: plainDate('2016-04-01'), shares: [{ funder: 'E1000015', share: '1' }] };
    const command = new RecordFundingPeriod({ employmentId: EMPLOYMENT, ifRevision: 1 }, facts, as(COUNCIL));
    await expect(new RecordFundingPeriodHandler(employments).execute(command)).rejects.toThrow(
      /E1000015 is not a body/,
    );
  });

  it('share a redundancy by what the streams of the job and of its case say', async () => {
    await start();
    const shares = [{ funder: COUNCIL, share: '1' }];
    const story = [
      {
        type: 'workforce.funding-period-recorded',
        occurredOn: plainDate('2016-04-01'),
        data: { from: plainDate('2016-04-01'), shares },
      },
      {
        type: 'workforce.employment-ended',
        occurredOn: plainDate('2024-11-24'),
        data: { lastDay: plainDate('2024-11-24'), reason: 'employer-died' },
      },
      { ...ASSESSED, data: { ...ASSESSED.data, lastDay: plainDate('2024-11-24') } },
      {
        type: 'workforce.insurance-claim-updated',
        occurredOn: plainDate('2024-11-24'),
        data: { claim: 'not-claimed' },
      },
    ] as const;
    await employments.streams.transact(EMPLOYMENT, () => story, as(COUNCIL), { subject: CASE_REF });
    const approval = { kind: 'final', reference: 'PANEL-7', sharedOn: plainDate('2025-01-06') } as const;
    const committed = await new ShareRedundancyHandler(employments).execute(
      new ShareRedundancy({ employmentId: EMPLOYMENT, ifRevision: 5 }, approval, as(COUNCIL)),
    );
    // The council paid throughout; from 14 October 2024 its days are the NHS body's: 42 of 3,160.
    expect(committed.state).toMatchObject({
      shared: [
        {
          kind: 'final',
          shares: [
            { funder: COUNCIL, weight: '3118', sharePence: pence(547031) },
            { funder: NHS_BODY, weight: '42', sharePence: pence(7369) },
          ],
        },
      ],
    });
  });

  it('record a leave statement with the day of liability that the case has then', async () => {
    await start();
    const handler = new RecordLeaveStatementHandler(employments);
    const record = (ifRevision: number, statementReference: string) =>
      handler.execute(
        new RecordLeaveStatement(
          { employmentId: EMPLOYMENT, ifRevision },
          { ...LEAVE_STATEMENT, statementReference },
          plainDate('2024-10-20'),
          as(COUNCIL),
        ),
      );
    await record(1, 'PAYROLL-88');
    const data = { ...LIABLE_FROM_14_OCTOBER.data, startsOn: plainDate('2024-07-15') };
    const backdated = { ...LIABLE_FROM_14_OCTOBER, data };
    await cases.streams.transact(CASE_REF, () => [backdated], as(COUNCIL));
    expect(await record(2, 'PAYROLL-89')).toMatchObject({
      state: {
        leaveStatements: [
          { statementReference: 'PAYROLL-88', statedForLiabilityOn: '2024-10-14' },
          { statementReference: 'PAYROLL-89', statedForLiabilityOn: '2024-07-15' },
        ],
      },
    });
  });

  it('record a leave statement without a day of liability while the case has none', async () => {
    const undecided = 'TC-0000000003';
    await cases.streams.transact(undecided, () => [ALERT_RAISED], as(COUNCIL));
    await start({ caseRef: undecided });
    const committed = await new RecordLeaveStatementHandler(employments).execute(
      new RecordLeaveStatement(
        { employmentId: employmentIdOf(undecided, 'PA-1'), ifRevision: 1 },
        LEAVE_STATEMENT,
        plainDate('2024-10-20'),
        as(COUNCIL),
      ),
    );
    expect(committed.state).toMatchObject({ leaveStatements: [LEAVE_STATEMENT] });
    expect(committed.state).not.toHaveProperty('leaveStatements.0.statedForLiabilityOn');
  });

  it('follow from the alert for each of its PAs, once, and assume no funder', async () => {
    const handler = new StartEmploymentHandler(employments, cases);
    const bus = { execute: (command: StartEmployment) => handler.execute(command) } as unknown as CommandBus;
    const reactor = new WhenAlertRaisedStartEmployments(bus);
    const { caseRef: __, ...assistant } = FACTS;
    const assistants = [assistant, { ...assistant, assistantRef: 'PA-2', status: 'self-employed' as const }];
    const [alert] = recordedHistory([{ ...ALERT_RAISED, data: { ...ALERT_RAISED.data, assistants } }]);
    const contexts = [as(COUNCIL), as(COUNCIL)];
    await reactor.react(alert!, (index) => contexts[index]!);
    await reactor.react(alert!, (index) => contexts[index]!);
    expect(await employments.streams.load(EMPLOYMENT)).toMatchObject({
      revision: 1,
      state: { status: 'employed', fundingPeriods: [] },
    });
    expect(await employments.streams.load(employmentIdOf(CASE_REF, 'PA-2'))).toMatchObject({
      revision: 1,
      state: { status: 'self-employed' },
    });
  });
});
