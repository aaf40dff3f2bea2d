import { optionsOfCase } from '../../../agreement/index.js';
import { termsFrom } from '../../../kernel/terms-from.js';
import { UnderAgreement } from '../../../kernel/under-agreement.js';
import { known } from '../../../kernel/figure.js';
import type { NamedFigure } from '../../../kernel/named-figure.js';
import { eventsOf, type SubjectHistory } from '../../../platform/projections/projection.js';
import {
  bridgingHardStop,
  firstBridgingReview,
  nextBridgingReview,
  notifiedOnOf,
} from '../../domain/rules/bridging-reviews.js';
import { deadlinesOf } from '../../domain/rules/deadlines.js';
import { foldTransferCase } from '../../domain/transfer-case.js';
import type { TransferCaseEvent } from '../../domain/transfer-case.events.js';

/** The days that the agreement of a case gives its bridging and its recharge; none for a case that is not bridged. */
export function figuresOfBridging(history: SubjectHistory): readonly NamedFigure[] {
  const record = foldTransferCase(eventsOf<TransferCaseEvent>(history, 'transfer-case.'));
  const notifiedOn = record.stage === 'none' ? undefined : notifiedOnOf(record);
  if (record.stage === 'none' || record.bridging === undefined || notifiedOn === undefined) return [];
  const options = optionsOfCase(record.agreement);
  const under = new UnderAgreement(termsFrom(record.agreement));
  const first = firstBridgingReview(notifiedOn, options.bridgingReviewWeeks);
  const agreedOn = record.bridging.extensions.at(-1)?.until;
  const next = nextBridgingReview(agreedOn ?? first.day, options.bridgingReviewStepDays);
  const stop = bridgingHardStop(notifiedOn, options.bridgingHardStopWeeks);
  const issue = deadlinesOf(record, options).find(({ kind }) => kind === 'recharge-issue');
  return [
    { figure: 'bridging.first-review', unit: 'day', answer: known(first.day, under.basis(first.basis)) },
    { figure: 'bridging.next-review', unit: 'day', answer: known(next.day, under.basis(next.basis)) },
    ...(stop
      ? [
          {
            figure: 'bridging.hard-stop',
            unit: 'day',
            answer: known(stop.day, under.basis(stop.basis)),
          } as const,
        ]
      : []),
    ...(issue
      ? [
          {
            figure: 'recharge.issue-due',
            unit: 'day',
            answer: known(issue.dueOn, under.basis(issue.basis)),
          } as const,
        ]
      : []),
  ];
}
