import type { ApiClient } from './api-client.js';
import { dayAfter } from './dates.js';
import type { ExampleAssistant, ExampleCase } from './example-case.js';
import { Player, pounds } from './player.js';

interface EmploymentAnswer {
  readonly employmentId: string;
  readonly assistantRef: string;
}

/** Records what payroll and the council know of each PA of a case, whose employments the alert has started. */
export async function playAssistants(
  api: ApiClient,
  area: string,
  caseRef: string,
  example: ExampleCase,
): Promise<void> {
  const worker = `${area}-direct-payment-worker`;
  for (const assistant of example.assistants) {
    const { employmentId } = await employmentOf(api, worker, caseRef, assistant);
    const { version } = await api.get(worker, `/v1/employments/${employmentId}`);
    const job = new Player(api, `${example.id} ${employmentId}`, `/v1/employments/${employmentId}`, version);
    await playFunding(job, worker, assistant);
    await playLeave(job, worker, assistant, example);
    await playRedundancy(job, area, assistant);
  }
}

const MAX_LOOKS = 100;
const LOOK_AGAIN_MS = 100;

/** The employments follow from the alert by themselves, a moment later. */
async function employmentOf(
  api: ApiClient,
  as: string,
  caseRef: string,
  { assistantRef }: ExampleAssistant,
): Promise<EmploymentAnswer> {
  for (let look = 0; look < MAX_LOOKS; look += 1) {
    const { body } = await api.get<{ readonly items: readonly EmploymentAnswer[] }>(
      as,
      `/v1/transfer-cases/${caseRef}/employments`,
    );
    const found = body.items.find((each) => each.assistantRef === assistantRef);
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
  }
  throw new Error(`The employment of ${assistantRef} in ${caseRef} was not started`);
}

async function playFunding(job: Player, worker: string, { fundedBy }: ExampleAssistant): Promise<void> {
  for (const { from, lastDay, funder } of fundedBy) {
    await job.send(worker, 'funding-periods', {
      from,
      ...(lastDay && { lastDay }),
      shares: funder === undefined ? [] : [{ funder, share: '1' }],
    });
  }
}

async function playLeave(
  job: Player,
  worker: string,
  { assistantRef, leave, weeklyHours, hourlyRate }: ExampleAssistant,
  { decidedOn }: ExampleCase,
): Promise<void> {
  if (leave === undefined) return;
  await job.send(worker, 'leave-statements', {
    statedOn: dayAfter(decidedOn, 7),
    statementReference: `PAYROLL-${assistantRef}-${decidedOn}`,
    leaveYearFrom: leave.yearFrom,
    leaveYearLastDay: leave.yearLastDay,
    method: 'regular',
    entitlementWeeks: '5.6',
    weeklyHours,
    takenHours: leave.takenHours,
    hourlyRate: pounds(hourlyRate),
    rateIncludesLeave: false,
  });
}

async function playRedundancy(job: Player, area: string, { redundancy }: ExampleAssistant): Promise<void> {
  if (redundancy === undefined) return;
  const { lastDay, dateOfBirth, weekPay, insurance } = redundancy;
  await job.send(`${area}-phb-worker`, 'end', { lastDay, reason: 'redundancy' });
  await job.send(`${area}-phb-worker`, 'redundancy-assessments', {
    assessedOn: dayAfter(lastDay, 3),
    lastDay,
    dateOfBirth,
    weekPay: pounds(weekPay),
  });
  await job.send(`${area}-phb-worker`, 'insurance-claims', {
    updatedOn: dayAfter(lastDay, 10),
    claim: insurance.claim,
    ...(insurance.claim === 'paid' && { amount: pounds(insurance.amount) }),
  });
  await job.send(`${area}-nhs-finance`, 'redundancy-shares', {
    kind: 'final',
    reference: `PANEL-${lastDay}`,
    sharedOn: dayAfter(lastDay, 14),
  });
}
