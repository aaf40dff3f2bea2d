import { organisationDirectory } from '../../../agreement/index.js';
import { basisOf, type Basis } from '../../../kernel/basis.js';
import type { Recorded } from '../../../kernel/event.js';
import { foldTransferCase, liabilityOf, type TransferCaseEvent } from '../../../transfer-case/index.js';
import { bridgingFactsOf } from '../../domain/case-facts.js';
import type { RechargeRecord } from '../../domain/recharge.js';
import type { RechargeLine } from '../../domain/recharge.events.js';
import { sameFacts } from '../../domain/same-facts.js';
import { bridgingRecharge } from '../../domain/rules/bridging-recharge.js';
import { RECHARGE_RULES, RECHARGE_TOTAL } from '../../domain/rules/recharge-rules.js';

/**
 * The explanations of the lines, in their order. The event keeps the figures of each line; what they rest on is made again
 * from what was known of the case when the recharge was worked out.
 */
export function explainLines(
  lines: readonly RechargeLine[],
  caseBefore: readonly Recorded<TransferCaseEvent>[],
): readonly Basis[] {
  const madeAgain = basesOf(caseBefore);
  return lines.map(
    (line) => madeAgain.find(({ inputs }) => sameFacts(inputs, line.figures)) ?? fromFigures(line),
  );
}

/** The explanation of the total: the sum of its lines. */
export function explainTotal({ totalPence }: RechargeRecord, lines: readonly Basis[]): Basis {
  return basisOf(RECHARGE_TOTAL, { lines: lines.length, totalPence }, lines);
}

function basesOf(caseBefore: readonly Recorded<TransferCaseEvent>[]): readonly Basis[] {
  const record = foldTransferCase(caseBefore);
  if (record.stage === 'none') return [];
  const figure = bridgingRecharge(bridgingFactsOf(record, liabilityOf(record), organisationDirectory));
  return figure.status === 'known' ? figure.value.lines.map(({ basis }) => basis) : [];
}

function fromFigures({ rule, ruleVersion, figures }: RechargeLine): Basis {
  const found = RECHARGE_RULES.find(({ code, version }) => code === rule && version === ruleVersion);
  if (found === undefined) throw new RangeError(`Version ${ruleVersion} of rule ${rule} is not known`);
  return basisOf(found, figures);
}
