import { Fraction } from '../../kernel/fraction.js';
import { penceFromPounds, poundsFromPence } from '../../kernel/pence.js';
import { daysBetween, plainDate } from '../../kernel/plain-date.js';
import { derivedId } from '../../platform/event-store/derived-id.js';
import type { ApiClient } from './api-client.js';
import { dayAfter, fourWeekly } from './dates.js';
import type { ExampleCase, WeeklyPounds } from './example-case.js';
import { playImport } from './play-import.js';
import { Player, pounds } from './player.js';

const DAYS_IN_A_WEEK = 7;

const COMPLETION_ITEMS = [
  'phb-agreement-signed',
  'phb-cover-start-confirmed',
  'council-last-day-set',
  'assistant-list-agreed',
  'leave-statement-received',
  'insurance-in-force',
  'redundancy-agreement-noted',
  'contribution-stopped-and-refund-queued',
  'person-and-payroll-told-in-writing',
  'contacts-named',
];

/**
 * Plays a move from the alert to the completed transfer, as the people of both bodies would record it.
 *
 * @param area the prefix of the example users, such as `herts`
 * @returns the reference of the case
 */
export async function playBridging(api: ApiClient, area: string, example: ExampleCase): Promise<string> {
  const [worker, finance, phb] = [
    `${area}-direct-payment-worker`,
    `${area}-council-finance`,
    `${area}-phb-worker`,
  ];
  const alert = await api.command<{ readonly caseRef: string }>({
    as: worker,
    path: '/v1/transfer-cases',
    body: alertOf(example),
    key: derivedId('example alert', example.id, example.personReference),
  });
  const { caseRef } = alert.body;
  const move = new Player(api, `${example.id} ${caseRef}`, `/v1/transfer-cases/${caseRef}`, alert.version);
  const stoppedOn = dayAfter(example.phbStartsOn, -1);

  if (example.takenOnBy !== undefined) await move.send(`${area}-${example.takenOnBy}`, 'assignments', {});
  await move.send(phb, 'acknowledgements', { acknowledgedOn: dayAfter(example.alertedOn, 2) });
  await playFunding(move, finance, example);
  await move.send(phb, 'checklists', {
    completedOn: dayAfter(example.checklistReceivedOn, -2),
    receivedOn: example.checklistReceivedOn,
  });
  await move.send(phb, 'eligibility-decisions', {
    outcome: 'eligible',
    decidedOn: example.decidedOn,
    notifiedOn: dayAfter(example.decidedOn, 2),
    ...(example.delay && {
      delay: { delay: example.delay, reasonCode: 'assessor-not-available', decidedBy: 'nhs-body' },
    }),
  });
  await move.send(worker, 'bridging', { openedOn: dayAfter(example.decidedOn, 5) });
  await playPayments(api, move, finance, caseRef, example);
  await move.send(phb, 'phb-cover', { startsOn: example.phbStartsOn });
  await move.send(worker, 'direct-payment-stop', { lastDayCovered: stoppedOn });
  await move.send(worker, 'completion', {
    completedOn: dayAfter(example.phbStartsOn, 7),
    items: COMPLETION_ITEMS.map((item) => ({ item })),
  });
  return caseRef;
}

function alertOf({ personReference, nhsBody, alertedOn, assistants }: ExampleCase) {
  return {
    personReference,
    nhsBody,
    alertedOn,
    wishesToKeepAssistants: true,
    assistants: assistants.map(({ assistantRef, startedOn, weeklyHours, hourlyRate }) => ({
      assistantRef,
      status: 'employed',
      startedOn,
      weeklyHours,
      hourlyRate: pounds(hourlyRate),
    })),
  };
}

async function playFunding(
  move: Player,
  finance: string,
  { awardRates, contribution }: ExampleCase,
): Promise<void> {
  for (const { from, weekly } of awardRates) {
    await move.send(finance, 'award-rates', { from, weeklyGross: pounds(weekly) });
  }
  if (contribution !== undefined) {
    await move.send(finance, 'contributions', {
      from: contribution.from,
      weekly: pounds(contribution.weekly),
    });
  }
}

/** The council pays four weeks at a time, net of the contribution, and goes on doing so through bridging. */
async function playPayments(
  api: ApiClient,
  move: Player,
  finance: string,
  caseRef: string,
  example: ExampleCase,
): Promise<void> {
  const { paymentsFile, employmentsFile, contribution, decidedOn } = example;
  if (paymentsFile === undefined) await playPaymentsOneByOne(move, finance, example);
  else await playImport(api, finance, 'payments', paymentsFile, caseRef);
  if (employmentsFile !== undefined) await playImport(api, finance, 'employments', employmentsFile, caseRef);
  await move.catchUp(finance);
  if (contribution !== undefined) await playReceipts(move, finance, decidedOn, contribution);
}

async function playPaymentsOneByOne(move: Player, finance: string, example: ExampleCase): Promise<void> {
  const firstUnpaid = example.delay === 'unjustified' ? example.checklistReceivedOn : example.decidedOn;
  for (const { from, lastDay } of fourWeekly(firstUnpaid, dayAfter(example.phbStartsOn, -1))) {
    await move.send(finance, 'payments', {
      paymentReference: `DP-${example.personReference}-${from}`,
      paidOn: from,
      from,
      lastDay,
      amount: pounds(netAward(example, from, lastDay)),
    });
  }
}

async function playReceipts(
  move: Player,
  finance: string,
  since: string,
  { weekly, weeksPaid }: WeeklyPounds & { readonly weeksPaid: number },
): Promise<void> {
  for (let week = 0; week < weeksPaid; week += 1) {
    const from = dayAfter(since, week * DAYS_IN_A_WEEK);
    await move.send(finance, 'contribution-receipts', {
      receiptReference: `CR-${from}`,
      receivedOn: from,
      from,
      lastDay: dayAfter(from, DAYS_IN_A_WEEK - 1),
      amount: pounds(weekly),
    });
  }
}

/** What the council pays for the days: the weekly award in force on the first of them, less the contribution. */
function netAward({ awardRates, contribution }: ExampleCase, from: string, lastDay: string): string {
  const gross = awardRates.filter((rate) => rate.from <= from).at(-1)?.weekly ?? '0.00';
  const weeklyPence = penceFromPounds(gross) - penceFromPounds(contribution?.weekly ?? '0.00');
  const days = daysBetween(plainDate(from), plainDate(lastDay)) + 1;
  return poundsFromPence(Fraction.of(weeklyPence).times(days).dividedBy(DAYS_IN_A_WEEK).toPence());
}
