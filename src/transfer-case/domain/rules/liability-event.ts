import type { PlainDate } from '../../../kernel/plain-date.js';
import type { CaseRecord, Liability } from '../case-record.js';
import type { TransferCaseFact } from '../transfer-case.events.js';
import { determineLiability } from './liability.js';

/**
 * The event that the day of liability was found anew, when changed facts lead to another result than the one that stands.
 *
 * @param after the case with the changed facts
 * @param occurredOn the day of the fact that changed it
 */
export function liabilityChange(
  after: CaseRecord,
  occurredOn: PlainDate,
): readonly TransferCaseFact<'transfer-case.liability-date-determined'>[] {
  const figure = determineLiability(after);
  if (figure.status === 'pending') return [];
  const { startsOn, rule, held } = figure.value;
  const data: Liability = {
    startsOn,
    rule,
    ...(held && { held: { from: held.from, until: held.until } }),
  };
  return sameLiability(data, after.liability)
    ? []
    : [{ type: 'transfer-case.liability-date-determined', occurredOn, data }];
}

function sameLiability(found: Liability, standing: Liability | undefined): boolean {
  return (
    found.startsOn === standing?.startsOn &&
    found.rule === standing.rule &&
    // Held days always reach up to the start, so their first day tells them apart.
    found.held?.from === standing.held?.from
  );
}
