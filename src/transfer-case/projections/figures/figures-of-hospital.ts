import { optionsOfCase } from '../../../agreement/index.js';
import { hospitalFunding, hospitalStays } from '../../../hospital/index.js';
import { known } from '../../../kernel/figure.js';
import type { NamedFigure } from '../../../kernel/named-figure.js';
import { lastDayOf } from '../../../kernel/period.js';
import { eventsOf, type SubjectHistory } from '../../../platform/projections/projection.js';
import { foldTransferCase } from '../../domain/transfer-case.js';
import type { TransferCaseEvent } from '../../domain/transfer-case.events.js';

/** Until when the agreement of a case has PAs paid in full for each stay in hospital, and when it is reviewed. */
export function figuresOfHospital(history: SubjectHistory): readonly NamedFigure[] {
  const record = foldTransferCase(eventsOf<TransferCaseEvent>(history, 'transfer-case.'));
  if (record.stage === 'none') return [];
  const { hospitalFullWeeks, hospitalReviewWeeks, hospitalJoiningDays } = optionsOfCase(record.agreement);
  const weeks = { fullWeeks: hospitalFullWeeks, reviewWeeks: hospitalReviewWeeks };
  const admissions = record.suspensions.filter(({ reason }) => reason === 'hospital');
  return hospitalStays(admissions, hospitalJoiningDays).flatMap(({ from, basis: joined }): NamedFigure[] => {
    const { paidInFull, reviewDueOn, basis } = hospitalFunding(from, weeks);
    const explained = { ...basis, from: [joined] };
    const about = `from ${from}`;
    return [
      {
        figure: 'hospital.paid-in-full-to',
        about,
        unit: 'day',
        answer: known(lastDayOf(paidInFull), explained),
      },
      { figure: 'hospital.review-due', about, unit: 'day', answer: known(reviewDueOn, explained) },
    ];
  });
}
