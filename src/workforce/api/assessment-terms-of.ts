import { toPence, type MoneyDto } from '../../platform/http/wire/money.dto.js';
import type { AssessmentTerms } from '../commands/vocabulary.js';
import type { RedundancyAssessmentDto } from './redundancy-requests.js';
import { weekPayOf } from './week-pay-of.js';

/**
 * The terms of an assessment from what was stated.
 *
 * @throws FieldRefused unless a week's pay is stated in exactly one way.
 */
export function assessmentTermsOf(stated: RedundancyAssessmentDto): AssessmentTerms {
  const { weekPay: _, paidWeeks: __, relationshipToEmployer, ...facts } = stated;
  const { reserves, payrollFigure, untakenLeave, exGratiaNotice, aboveStatutory, ruling, ...plain } = facts;
  return {
    ...plain,
    weekPay: weekPayOf(stated),
    relationship: relationshipToEmployer,
    ...money('reservesPence', reserves),
    ...money('payrollFigurePence', payrollFigure),
    ...money('untakenLeavePence', untakenLeave),
    ...money('exGratiaNoticePence', exGratiaNotice),
    ...money('aboveStatutoryPence', aboveStatutory),
    ...(ruling !== undefined && { ruling: { reference: ruling.reference, reading: ruling.reading } }),
  };
}

function money<const Name extends string>(name: Name, stated: MoneyDto | undefined) {
  return (stated === undefined ? {} : { [name]: toPence(stated) }) as {
    readonly [Each in Name]?: ReturnType<typeof toPence>;
  };
}
