import type { Recorded } from '../../kernel/event.js';
import { poundsFromPence, type Pence } from '../../kernel/pence.js';
import { addDays, dateInWords } from '../../kernel/plain-date.js';
import type {
  InsuranceClaim,
  RedundancyAssessed,
  WorkforceEvent,
  WorkforceFact,
} from './workforce.events.js';

/** One sentence in plain English about an event of an employment. It names codes and dates, never a person. */
export function describeWorkforceEvent({ event }: Recorded<WorkforceEvent>): string {
  const sentence = describe(event);
  return 'corrects' in event.data && event.data.corrects !== undefined
    ? `Corrected: ${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}`
    : sentence;
}

function describe(event: WorkforceEvent): string {
  switch (event.type) {
    case 'workforce.employment-started': {
      const { assistantRef, status, startedOn, weeklyHours, hourlyRatePence } = event.data;
      return `PA ${assistantRef} (${status}) works from ${dateInWords(startedOn)}, ${weeklyHours} hours a week at ${pounds(hourlyRatePence)} an hour`;
    }
    case 'workforce.terms-changed': {
      const { from, weeklyHours, hourlyRatePence } = event.data;
      return `From ${dateInWords(from)} the PA works ${weeklyHours} hours a week at ${pounds(hourlyRatePence)} an hour`;
    }
    case 'workforce.funding-period-recorded':
      return funding(event.data);
    case 'workforce.leave-statement-recorded': {
      const { statementReference, leaveYearFrom, takenHours } = event.data;
      return `Leave statement ${statementReference} for the leave year from ${dateInWords(leaveYearFrom)} was recorded: ${takenHours} hours taken`;
    }
    case 'workforce.employment-ended':
      return `The job ended on ${dateInWords(event.data.lastDay)} (${event.data.reason})`;
    case 'workforce.insurance-claim-updated':
      return insurance(event.data);
    case 'workforce.redundancy-assessed':
      return assessment(event.data);
    case 'workforce.redundancy-shared': {
      const { kind, residualPence, shares, reference } = event.data;
      const parts = shares.map(({ funder, sharePence }) => `${funder} ${pounds(sharePence)}`);
      return `The ${kind} split ${reference} shares ${pounds(residualPence)} of redundancy: ${parts.join(', ') || 'nothing'}`;
    }
  }
}

function funding({
  from,
  until,
  shares,
}: WorkforceFact<'workforce.funding-period-recorded'>['data']): string {
  const days = until === undefined ? 'on' : `to ${dateInWords(addDays(until, -1))}`;
  const funders = shares.map(({ funder, share }) => `${funder} (${share})`).join(' and ');
  return `From ${dateInWords(from)} ${days} the employment was funded by ${funders || 'the employer alone'}`;
}

function insurance({ claim, amountPence, reasonCode }: InsuranceClaim): string {
  switch (claim) {
    case 'not-claimed':
      return 'No claim was made on the employer’s insurance';
    case 'pending':
      return 'The claim on the employer’s insurance is pending';
    case 'declined':
      return `The insurer declined the claim (${reasonCode ?? 'no reason recorded'})`;
    case 'paid':
      return `The insurer paid ${amountPence === undefined ? 'an unknown amount' : pounds(amountPence)}`;
  }
}

function assessment({ lastDay, eligible, statutoryPence, weeks, reasons }: RedundancyAssessed): string {
  const outcome = eligible
    ? `a statutory payment of ${pounds(statutoryPence)} (${weeks} weeks)`
    : `no right to a statutory payment (${reasons.join(', ')})`;
  return `Redundancy on ${dateInWords(lastDay)} was assessed: ${outcome}`;
}

function pounds(amount: Pence): string {
  return `£${poundsFromPence(amount)}`;
}
