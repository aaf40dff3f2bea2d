import { optionsOfCase } from '../../../agreement/index.js';
import { known } from '../../../kernel/figure.js';
import type { NamedFigure } from '../../../kernel/named-figure.js';
import { eventsOf, type SubjectHistory } from '../../../platform/projections/projection.js';
import {
  firstBridgingReview,
  nextBridgingReview,
  notifiedOnOf,
} from '../../domain/rules/bridging-reviews.js';
import { foldTransferCase } from '../../domain/transfer-case.js';
import type { TransferCaseEvent } from '../../domain/transfer-case.events.js';

/** The days of review that the agreement of a case gives its bridging; none for a case that is not bridged. */
export function figuresOfBridging(history: SubjectHistory): readonly NamedFigure[] {
  const record = foldTransferCase(eventsOf<TransferCaseEvent>(history, 'transfer-case.'));
  const notifiedOn = record.stage === 'none' ? undefined : notifiedOnOf(record);
  if (record.stage === 'none' || record.bridging === undefined || notifiedOn === undefined) return [];
  const options = optionsOfCase(record.agreement);
  const first = firstBridgingReview(notifiedOn, options.bridgingReviewWeeks);
  const agreedOn = record.bridging.extensions.at(-1)?.until;
  const next = nextBridgingReview(agreedOn ?? first.day, options.bridgingReviewStepDays);
  return [
    { figure: 'bridging.first-review', unit: 'day', answer: known(first.day, first.basis) },
    { figure: 'bridging.next-review', unit: 'day', answer: known(next.day, next.basis) },
  ];
}
