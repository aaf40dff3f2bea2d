import type { CaseAnswer, CaseFact, CaseRecord } from '../../../transfer-case/index.js';
import { dayInWords } from '../../words/days.js';
import { organisationName } from '../../words/organisation-name.js';
import { sentenceOf } from '../../words/sentences.js';

/** A row of `components/summary-rows.njk`. */
export interface SummaryRow {
  readonly key: string;
  readonly text: string;
  readonly href?: string;
  readonly action?: { readonly text: string; readonly href: string; readonly hidden: string };
}

type Value<Fact extends CaseFact> = NonNullable<CaseRecord[Fact]>;
type Told<Fact extends CaseFact> = (value: Value<Fact>) => readonly SummaryRow[];

const row = (key: string, text: string, href?: string): SummaryRow => ({
  key,
  text,
  ...(href !== undefined && { href }),
});
const onDay = (key: string) => (day: string) => [row(key, dayInWords(day))];
const small = (code: string): string =>
  sentenceOf(code).replace(/^[A-Z](?=[a-z])/, (first) => first.toLowerCase());

/** Every fact of a case in words, in the order in which a case usually comes to them. */
const facts: { readonly [Fact in CaseFact]: Told<Fact> } = {
  acknowledgedOn: onDay('Alert acknowledged'),
  checklist: ({ completedOn, receivedOn }) => [
    row('Checklist', `Completed ${dayInWords(completedOn)}, received ${dayInWords(receivedOn)}`),
  ],
  fastTrackReceivedOn: onDay('Fast Track received'),
  decision: ({ outcome, decidedOn, notifiedOn, effectiveOn }) => [
    row(
      'Eligibility decision',
      `${sentenceOf(outcome)}: decided ${dayInWords(decidedOn)}, told ${dayInWords(notifiedOn)}${
        effectiveOn === undefined ? '' : `, holds from ${dayInWords(effectiveOn)}`
      }`,
    ),
  ],
  revisedDecision: ({ originalDecidedOn, revisedOn, notifiedOn }) => [
    row(
      'Decision revised',
      `${dayInWords(revisedOn)}, told ${dayInWords(notifiedOn)}; the first decision was of ${dayInWords(originalDecidedOn)}`,
    ),
  ],
  delay: (delay) => [row('Delay', sentenceOf(delay))],
  delayReason: ({ reasonCode, decidedBy }) => [
    row('Reason of the delay', `${sentenceOf(reasonCode)} (${decidedBy})`),
  ],
  liabilityAgreed: ({ startsOn, documentReference }) => [
    row('Day of liability agreed', `${dayInWords(startsOn)} (${documentReference})`),
  ],
  bridging: ({ openedOn, reviewDueOn, extensions }) => [
    row('Bridging', `Opened ${dayInWords(openedOn)}, review due ${dayInWords(reviewDueOn)}`),
    ...extensions.map(({ until, reasonCode, approvedBy }) =>
      row(
        'Bridging extended',
        `Until ${dayInWords(until)}: ${small(reasonCode)} (approved by ${approvedBy})`,
      ),
    ),
  ],
  phbCoverStartsOn: onDay('Personal health budget from'),
  lastDayCovered: onDay('Direct payment covers until'),
  areaChanges: (changes) =>
    changes.map(({ from, nhsBody, reason, documentReference }) =>
      row(
        'Change of area',
        `${organisationName(nhsBody)} from ${dayInWords(from)}: ${small(reason)} (${documentReference})`,
      ),
    ),
  areaDispute: ({ from, interimPayer, documentReference }) => [
    row(
      'Who pays meanwhile',
      `${organisationName(interimPayer)} from ${dayInWords(from)}, until the NHS bodies agree (${documentReference})`,
    ),
  ],
  diedOn: onDay('Died'),
  declinedFrom: onDay('NHS funding declined from'),
  eligibilityLost: ({ decidedOn, notifiedOn }) => [
    row('Eligibility lost', `Decided ${dayInWords(decidedOn)}, told ${dayInWords(notifiedOn)}`),
  ],
  eligibilityOverturned: ({ decidedOn, lastDayLiable, documentReference }) => [
    row(
      'Eligibility overturned',
      `Decided ${dayInWords(decidedOn)}, last day of liability ${dayInWords(lastDayLiable)} (${documentReference})`,
    ),
  ],
  councilCoverStartsOn: onDay('Council pays again from'),
  budgetForm: ({ form, from, documentReference }) => [
    row('Form of the budget', `${sentenceOf(form)} from ${dayInWords(from)} (${documentReference})`),
  ],
  completion: ({ completedOn, items }) => [
    row('Completed', dayInWords(completedOn)),
    ...items.flatMap(({ item, waived }) =>
      waived === undefined
        ? []
        : [row('Completed without', `${small(item)}: ${small(waived.reason)} (${waived.by})`)],
    ),
  ],
  reopeningRequest: ({ reasonCode, documentReference }) => [
    row(
      'Reopening asked for',
      `${sentenceOf(reasonCode)} (${documentReference}): it waits for a second person`,
    ),
  ],
  reopening: ({ reopenedOn, reasonCode, documentReference }) => [
    row('Reopened', `${dayInWords(reopenedOn)}: ${small(reasonCode)} (${documentReference})`),
  ],
  merger: ({ mergedOn, into, reasonCode, documentReference }) => [
    row('Goes on as', into, `/cases/${into}`),
    row('Merged', `${dayInWords(mergedOn)}: ${small(reasonCode)} (${documentReference})`),
  ],
  withdrawal: ({ withdrawnOn, reasonCode }) => [
    row('Withdrawn', `${dayInWords(withdrawnOn)}: ${small(reasonCode)}`),
  ],
};

/** What is known of a case, in words; nothing of what is not. */
export function factRows(known: Readonly<CaseAnswer['facts']>): readonly SummaryRow[] {
  return (Object.keys(facts) as CaseFact[]).flatMap((fact) => {
    const value = known[fact];
    return value === undefined ? [] : (facts[fact] as Told<CaseFact>)(value);
  });
}
