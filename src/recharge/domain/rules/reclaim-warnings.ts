import type { BridgingWarning } from './bridging-warnings.js';
import type { AccountFacts } from './account-credit.js';

/** The employments of a case whose costs may still have to come out of the account. */
export interface OpenPositions {
  /** Those whose leave at the day of liability is not known. */
  readonly leave: readonly string[];
  /** Those that ended by redundancy without a final sharing of its cost. */
  readonly redundancy: readonly string[];
}

/** Money taken back before leave and redundancy are settled is a reserve that is lost: it is shown, and not refused. */
export function reclaimWarnings(
  { reclaimed }: Pick<AccountFacts, 'reclaimed'>,
  { leave, redundancy }: OpenPositions,
): readonly BridgingWarning[] {
  if (reclaimed === undefined || reclaimed.amountPence <= 0) return [];
  return [
    ...warning('reclaimed-before-leave-is-known', leave, 'the leave of these employments is not known yet'),
    ...warning(
      'reclaimed-before-redundancy-is-shared',
      redundancy,
      'the redundancy cost of these employments is not shared yet',
    ),
  ];
}

function warning(
  code: BridgingWarning['code'],
  employments: readonly string[],
  open: string,
): readonly BridgingWarning[] {
  if (employments.length === 0) return [];
  const reason = `The council took money back from the account while ${open}, so a reserve for it may be gone: ${employments.join(', ')}`;
  return [{ code, reason }];
}
