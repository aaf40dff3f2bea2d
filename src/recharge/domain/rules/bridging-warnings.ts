import { addDays, dateInWords, type PlainDate } from '../../../kernel/plain-date.js';
import type { OpenPeriod } from '../../../kernel/period.js';
import type { BridgingFacts } from './bridging-recharge.js';

/** What somebody should look into. No warning changes a figure or stops a payment. */
export interface BridgingWarning {
  readonly code:
    | 'liability-after-cover'
    | 'liability-after-death'
    | 'funding-gap'
    | 'council-duty-unclear'
    | 'assistants-may-be-redundant'
    | 'leave-open-before-reclaim'
    | 'redundancy-open-before-reclaim'
    | 'held-back-leave-reclaimed'
    | 'reclaimed-before-leave-is-known'
    | 'reclaimed-before-redundancy-is-shared';
  readonly reason: string;
  /** The days that it is about, where there are any. */
  readonly days?: OpenPeriod;
}

/** What is odd about the dates of a case. */
export function bridgingWarnings(facts: BridgingFacts): readonly BridgingWarning[] {
  const startsOn = facts.liability.status === 'known' ? facts.liability.value.startsOn : undefined;
  return [
    ...(startsOn === undefined ? [] : lateLiability(startsOn, facts)),
    ...fundingGap(facts),
    ...refusal(facts),
    ...budgetWithoutEmployer(facts),
  ];
}

function lateLiability(
  startsOn: PlainDate,
  { newCoverStartsOn, diedOn }: BridgingFacts,
): readonly BridgingWarning[] {
  if (newCoverStartsOn !== undefined && startsOn >= newCoverStartsOn) {
    const reason = `The NHS body is liable from ${dateInWords(startsOn)} only, and its budget covers the person from ${dateInWords(newCoverStartsOn)}: nothing was bridged`;
    return [{ code: 'liability-after-cover', reason }];
  }
  if (diedOn !== undefined && startsOn > diedOn) {
    const reason = `The NHS body would be liable from ${dateInWords(startsOn)}, after the person died on ${dateInWords(diedOn)}: nothing was bridged`;
    return [{ code: 'liability-after-death', reason }];
  }
  return [];
}

/** Days after the council's last on which nothing covered the person. They make no debt, since nobody paid. */
function fundingGap({ lastDayCovered, newCoverStartsOn, diedOn }: BridgingFacts): readonly BridgingWarning[] {
  if (lastDayCovered === undefined) return [];
  const from = addDays(lastDayCovered, 1);
  const ends = [newCoverStartsOn, diedOn && addDays(diedOn, 1)].filter((day) => day !== undefined).sort();
  const [until] = ends;
  if (until !== undefined && until <= from) return [];
  return [
    {
      code: 'funding-gap',
      reason:
        'Nobody paid for these days, so no body owes another for them; what the person paid of wages is refunded to the person, not recharged',
      days: { from, ...(until !== undefined && { until }) },
    },
  ];
}

function refusal({ declinedFrom }: BridgingFacts): readonly BridgingWarning[] {
  if (declinedFrom === undefined) return [];
  return [
    {
      code: 'council-duty-unclear',
      reason:
        'The person declined NHS Continuing Healthcare, so the NHS body is not liable; whether the council has to go on is not clear in law',
      days: { from: declinedFrom },
    },
  ];
}

/** Only a direct payment lets the person go on employing the PAs. */
function budgetWithoutEmployer({ budgetForm }: BridgingFacts): readonly BridgingWarning[] {
  if (budgetForm === undefined || budgetForm.form === 'direct-payment') return [];
  return [
    {
      code: 'assistants-may-be-redundant',
      reason:
        'The person chose a budget by which they employ nobody, so each PA is redundant or moves to another employer: settle which, and what redundancy costs, before the direct payment ends',
      days: { from: budgetForm.from },
    },
  ];
}
