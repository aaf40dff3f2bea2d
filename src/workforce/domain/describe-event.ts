import type { Recorded } from '../../kernel/event.js';
import { describePence } from '../../kernel/pence.js';
import { addDays, dateInWords } from '../../kernel/plain-date.js';
import type {
  ContinuousService,
  InsuranceClaim,
  RedundancyAssessed,
  RedundancyShared,
  WorkforceEvent,
  WorkforceFact,
} from './workforce.events.js';

type EndData = WorkforceFact<'workforce.employment-ended'>['data'];

/** One sentence in plain English about an event of an employment. It names codes and dates, never a person. */
export function describeWorkforceEvent({ event }: Recorded<WorkforceEvent>): string {
  const sentence = describe(event);
  return 'corrects' in event.data
    ? `Corrected: ${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}`
    : sentence;
}

function describe(event: WorkforceEvent): string {
  switch (event.type) {
    case 'workforce.employment-started': {
      const { assistantRef, status, startedOn, weeklyHours, hourlyRatePence } = event.data;
      return `PA ${assistantRef} (${status}) works from ${dateInWords(startedOn)}, ${weeklyHours} hours a week at ${describePence(hourlyRatePence)} an hour`;
    }
    case 'workforce.terms-changed': {
      const { from, weeklyHours, hourlyRatePence } = event.data;
      return `From ${dateInWords(from)} the PA works ${weeklyHours} hours a week at ${describePence(hourlyRatePence)} an hour`;
    }
    case 'workforce.funding-period-recorded':
      return funding(event.data);
    case 'workforce.leave-statement-recorded': {
      const { statementReference, leaveYearFrom, takenHours, statedForLiabilityOn } = event.data;
      const before = statedForLiabilityOn && ` before liability from ${dateInWords(statedForLiabilityOn)}`;
      return `Leave statement ${statementReference} for the leave year from ${dateInWords(leaveYearFrom)} was recorded: ${takenHours} hours taken${before ?? ''}`;
    }
    case 'workforce.employment-ended':
      return ended(event.data);
    case 'workforce.continuous-service-stated':
      return service(event.data);
    case 'workforce.insurance-claim-updated':
      return insurance(event.data);
    case 'workforce.redundancy-assessed':
      return assessment(event.data);
    case 'workforce.redundancy-referred': {
      const { lastDay, referrals, candidates } = event.data;
      const figures = candidates.map(({ outcome }) => describePence(outcome.statutoryPence)).join(' or ');
      return `Redundancy on ${dateInWords(lastDay)} waits for an adviser (${referrals.map(({ code }) => code).join(', ')}): ${figures}`;
    }
    case 'workforce.redundancy-shared': {
      const { kind, residualPence, shares, reference, adjusts, adjustments } = event.data;
      const parts = shares.map(({ funder, sharePence }) => `${funder} ${describePence(sharePence)}`);
      const split = `The ${kind} split ${reference} shares ${describePence(residualPence)} of redundancy: ${parts.join(', ') || 'nothing'}`;
      return adjustments === undefined ? split : `${split}; ${differences(adjusts, adjustments)}`;
    }
  }
}

function ended({ lastDay, reason, notice, noticeGivenOn, reEngagement }: EndData): string {
  const given =
    noticeGivenOn === undefined
      ? notice === 'none'
        ? ', without notice'
        : ''
      : `, with notice given on ${dateInWords(noticeGivenOn)}`;
  const renewed =
    reEngagement === undefined
      ? ''
      : `; the personal representatives offered to keep the PA on from ${dateInWords(reEngagement.startsOn)} (${reEngagement.answer})`;
  return `The job ended on ${dateInWords(lastDay)} (${reason})${given}${renewed}`;
}

function service({ cause, earliestStart, latestStart, rulingReference }: ContinuousService): string {
  const between =
    earliestStart === latestStart
      ? `began on ${dateInWords(earliestStart)}`
      : `began between ${dateInWords(earliestStart)} and ${dateInWords(latestStart)}`;
  const ruled = rulingReference === undefined ? '' : `, as ruled under ${rulingReference}`;
  return `Continuous employment ${between} (${cause})${ruled}`;
}

function differences(adjusts = '', adjustments: NonNullable<RedundancyShared['adjustments']>): string {
  const parts = adjustments.map(({ party, amountPence }) => `${party} ${describePence(amountPence)}`);
  return `beside ${adjusts} the difference is ${parts.join(', ')}`;
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
      return `The insurer paid ${amountPence === undefined ? 'an unknown amount' : describePence(amountPence)}`;
  }
}

function assessment({ lastDay, eligible, statutoryPence, weeks, reasons }: RedundancyAssessed): string {
  const outcome = eligible
    ? `a statutory payment of ${describePence(statutoryPence)} (${weeks} weeks)`
    : `no right to a statutory payment (${reasons.join(', ')})`;
  return `Redundancy on ${dateInWords(lastDay)} was assessed: ${outcome}`;
}
