import { applyDecorators } from '@nestjs/common';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, ValidateBy } from 'class-validator';
import { IsExactNumber } from '../../platform/http/wire/is-exact-number.js';
import {
  defaultOf,
  faultOf,
  OPTIONS,
  type AgreementOptions,
  type Option,
  type OptionName,
} from '../commands/vocabulary.js';

/** The options that a version chooses; all of them may be left out. */
export class AgreementOptionsDto implements Partial<AgreementOptions> {
  @Chosen('liabilityRulesAllowed') readonly liabilityRulesAllowed?: string;
  @Chosen('liabilityEffectiveDate')
  readonly liabilityEffectiveDate?: AgreementOptions['liabilityEffectiveDate'];

  @Chosen('bridgingReviewWeeks') readonly bridgingReviewWeeks?: number;
  @Chosen('bridgingReviewStepDays') readonly bridgingReviewStepDays?: number;
  @Chosen('bridgingExtensionBy') readonly bridgingExtensionBy?: AgreementOptions['bridgingExtensionBy'];
  @Chosen('bridgingHardStopWeeks') readonly bridgingHardStopWeeks?: number;

  @Chosen('grossBasis') readonly grossBasis?: AgreementOptions['grossBasis'];
  @Chosen('creditMethod') readonly creditMethod?: AgreementOptions['creditMethod'];
  @Chosen('costBasis') readonly costBasis?: AgreementOptions['costBasis'];
  @Chosen('rechargeRateBasis') readonly rechargeRateBasis?: AgreementOptions['rechargeRateBasis'];
  @Chosen('rechargeRounding') readonly rechargeRounding?: AgreementOptions['rechargeRounding'];
  @Chosen('rechargeInterest') readonly rechargeInterest?: AgreementOptions['rechargeInterest'];
  @Chosen('jointShareKind') readonly jointShareKind?: AgreementOptions['jointShareKind'];
  @Chosen('overturnedPayments') readonly overturnedPayments?: AgreementOptions['overturnedPayments'];

  @Chosen('oneOffForLaterUse') readonly oneOffForLaterUse?: AgreementOptions['oneOffForLaterUse'];
  @Chosen('oneOffAnnual') readonly oneOffAnnual?: AgreementOptions['oneOffAnnual'];
  @Chosen('oneOffBeforeLiability') readonly oneOffBeforeLiability?: AgreementOptions['oneOffBeforeLiability'];
  @Chosen('oneOffBackPay') readonly oneOffBackPay?: AgreementOptions['oneOffBackPay'];
  @Chosen('oneOffRespite') readonly oneOffRespite?: AgreementOptions['oneOffRespite'];
  @Chosen('oneOffRespiteCapPence') readonly oneOffRespiteCapPence?: number;

  @Chosen('documentRoute') readonly documentRoute?: AgreementOptions['documentRoute'];
  @Chosen('rechargeTiming') readonly rechargeTiming?: AgreementOptions['rechargeTiming'];
  @Chosen('rechargeIssueDays') readonly rechargeIssueDays?: number;
  @Chosen('rechargePurchaseOrder') readonly rechargePurchaseOrder?: AgreementOptions['rechargePurchaseOrder'];
  @Chosen('rechargeVat') readonly rechargeVat?: AgreementOptions['rechargeVat'];
  @Chosen('rechargeQueryWorkingDays') readonly rechargeQueryWorkingDays?: number;
  @Chosen('rechargePaymentDays') readonly rechargePaymentDays?: number;
  @Chosen('limitationWarningYears') readonly limitationWarningYears?: number;

  @Chosen('transferBackNoticeDays') readonly transferBackNoticeDays?: number;
  @Chosen('transferBackRate') readonly transferBackRate?: AgreementOptions['transferBackRate'];

  @Chosen('redundancyUnit') readonly redundancyUnit?: AgreementOptions['redundancyUnit'];
  @Chosen('redundancyPartYears') readonly redundancyPartYears?: AgreementOptions['redundancyPartYears'];
  @Chosen('redundancyService') readonly redundancyService?: AgreementOptions['redundancyService'];
  @Chosen('redundancyFundingGap') readonly redundancyFundingGap?: AgreementOptions['redundancyFundingGap'];
  @Chosen('redundancyJointDays') readonly redundancyJointDays?: AgreementOptions['redundancyJointDays'];
  @Chosen('redundancyOtherFunders')
  readonly redundancyOtherFunders?: AgreementOptions['redundancyOtherFunders'];
  @Chosen('redundancyHoursAndPay') readonly redundancyHoursAndPay?: AgreementOptions['redundancyHoursAndPay'];
  @Chosen('redundancyAboveStatutory')
  readonly redundancyAboveStatutory?: AgreementOptions['redundancyAboveStatutory'];
  @Chosen('redundancyNoticeAndLeave')
  readonly redundancyNoticeAndLeave?: AgreementOptions['redundancyNoticeAndLeave'];
  @Chosen('redundancyReserves') readonly redundancyReserves?: AgreementOptions['redundancyReserves'];
  @Chosen('redundancyEstatePercent') readonly redundancyEstatePercent?: string;
  @Chosen('redundancyCap') readonly redundancyCap?: AgreementOptions['redundancyCap'];
  @Chosen('redundancyCapPence') readonly redundancyCapPence?: number;
  @Chosen('redundancyCapPercent') readonly redundancyCapPercent?: string;
  @Chosen('redundancyMinimumPence') readonly redundancyMinimumPence?: number;
  @Chosen('redundancySeveralNhsBodies')
  readonly redundancySeveralNhsBodies?: AgreementOptions['redundancySeveralNhsBodies'];
  @Chosen('redundancyTimeBarYears') readonly redundancyTimeBarYears?: number;
  @Chosen('redundancyPaidFirstBy') readonly redundancyPaidFirstBy?: AgreementOptions['redundancyPaidFirstBy'];
  @Chosen('redundancySelfFundedTime')
  readonly redundancySelfFundedTime?: AgreementOptions['redundancySelfFundedTime'];
  @Chosen('redundancyBridgingDays')
  readonly redundancyBridgingDays?: AgreementOptions['redundancyBridgingDays'];
  @Chosen('redundancyPennyTie') readonly redundancyPennyTie?: AgreementOptions['redundancyPennyTie'];

  @Chosen('leaveCutOff') readonly leaveCutOff?: AgreementOptions['leaveCutOff'];
  @Chosen('leaveRateDate') readonly leaveRateDate?: AgreementOptions['leaveRateDate'];
  @Chosen('leaveYear') readonly leaveYear?: AgreementOptions['leaveYear'];
  @Chosen('leaveSettlement') readonly leaveSettlement?: AgreementOptions['leaveSettlement'];
  @Chosen('leaveNegativeBalance') readonly leaveNegativeBalance?: AgreementOptions['leaveNegativeBalance'];
  @Chosen('leaveOnCostPercent') readonly leaveOnCostPercent?: string;

  @Chosen('hospitalFullWeeks') readonly hospitalFullWeeks?: number;
  @Chosen('hospitalReviewWeeks') readonly hospitalReviewWeeks?: number;
  @Chosen('hospitalJoiningDays') readonly hospitalJoiningDays?: number;
  @Chosen('dbsRenewalYears') readonly dbsRenewalYears?: number;

  @Chosen('approvalBy') readonly approvalBy?: AgreementOptions['approvalBy'];
  @Chosen('approvalLimitPence') readonly approvalLimitPence?: number;
  @Chosen('approvalAboveLimitBy') readonly approvalAboveLimitBy?: AgreementOptions['approvalAboveLimitBy'];
  @Chosen('escalationPostCouncil') readonly escalationPostCouncil?: string;
  @Chosen('escalationPostNhsBody') readonly escalationPostNhsBody?: string;
  @Chosen('accountReserves') readonly accountReserves?: string;
  @Chosen('retentionClass') readonly retentionClass?: AgreementOptions['retentionClass'];
}

/** Refused here only for what can never be chosen; a version whose options do not fit together is refused by the decision. */
function Chosen(name: OptionName): PropertyDecorator {
  const option: Option = OPTIONS[name];
  const described = ApiPropertyOptional({
    type: option.kind === 'count' ? 'integer' : 'string',
    description: option.explanation,
    default: defaultOf(option),
    example: option.kind === 'words' ? option.example : defaultOf(option),
    ...(option.kind === 'choice' && { enum: [...option.choices] }),
    ...(option.kind === 'words' && { maxLength: option.longest }),
  });
  return applyDecorators(IsOptional(), described, option.kind === 'exact' ? IsExactNumber() : Fits(option));
}

function Fits(option: Option): PropertyDecorator {
  return ValidateBy({
    name: 'isOption',
    validator: {
      validate: (value: unknown) => faultOf(option, value) === undefined,
      defaultMessage: (context) => `${context?.property ?? ''} ${faultOf(option, context?.value) ?? ''}`,
    },
  });
}
