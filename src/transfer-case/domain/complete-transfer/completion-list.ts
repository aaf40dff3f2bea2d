import { addDays, dateInWords } from '../../../kernel/plain-date.js';
import type { CaseRecord } from '../case-record.js';
import { COMPLETION_ITEMS, type CompletionItem } from '../transfer-case.events.js';

export interface MissingItem {
  readonly item: CompletionItem['item'];
  readonly reason: string;
}

const IN_WORDS: Readonly<Record<CompletionItem['item'], string>> = {
  'phb-agreement-signed': 'the personal health budget agreement is not signed',
  'phb-cover-start-confirmed': 'the ICB has not confirmed from which day the budget covers the person',
  'council-last-day-set': "the council's last covered day is not set",
  'assistant-list-agreed': 'the list of assistants is not agreed',
  'leave-statement-received': 'the leave statement from payroll is not here',
  'insurance-in-force': "employer's liability insurance is not shown to be in force",
  'redundancy-agreement-noted': 'the version of the redundancy agreement is not noted',
  'contribution-stopped-and-refund-queued': 'the contribution is not stopped and its refund queued',
  'person-and-payroll-told-in-writing': 'the person and payroll are not told in writing',
  'contacts-named': 'the contacts of both bodies are not named',
};

/**
 * What the completion list still lacks. The council's last day has to be the day before the budget's cover starts, as the
 * case has it: ticking it does not make it so, waiving it does.
 */
export function missingForCompletion(
  state: CaseRecord,
  items: readonly CompletionItem[],
): readonly MissingItem[] {
  const absent = COMPLETION_ITEMS.filter((wanted) => !items.some(({ item }) => item === wanted)).map(
    (item) => ({ item, reason: IN_WORDS[item] }),
  );
  const lastDay = items.find(({ item }) => item === 'council-last-day-set');
  const reason = lastDay === undefined || lastDay.waived !== undefined ? undefined : lastDayFault(state);
  return reason === undefined ? absent : [...absent, { item: 'council-last-day-set', reason }];
}

function lastDayFault({ phbCoverStartsOn, lastDayCovered }: CaseRecord): string | undefined {
  if (phbCoverStartsOn === undefined || lastDayCovered === undefined) {
    return "the case does not have the council's last covered day";
  }
  return addDays(lastDayCovered, 1) === phbCoverStartsOn
    ? undefined
    : `the council's last covered day is ${dateInWords(lastDayCovered)}, and the budget covers from ${dateInWords(phbCoverStartsOn)}`;
}
