import { applyDecorators } from '@nestjs/common';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';
import { IsExactNumber } from '../../platform/http/wire/is-exact-number.js';
import {
  OPTION_CHOICES,
  OPTION_DESCRIPTIONS,
  OPTION_LIMITS,
  type AgreementOptions,
} from '../commands/vocabulary.js';

/** The options that a version chooses; all of them may be left out. */
export class AgreementOptionsDto implements Partial<AgreementOptions> {
  @Choice('documentRoute') readonly documentRoute?: AgreementOptions['documentRoute'];
  @Count('bridgingReviewWeeks') readonly bridgingReviewWeeks?: number;
  @Count('bridgingReviewStepDays') readonly bridgingReviewStepDays?: number;
  @Choice('grossBasis') readonly grossBasis?: AgreementOptions['grossBasis'];
  @Choice('creditMethod') readonly creditMethod?: AgreementOptions['creditMethod'];
  @Choice('costBasis') readonly costBasis?: AgreementOptions['costBasis'];
  @Choice('oneOffForLaterUse') readonly oneOffForLaterUse?: AgreementOptions['oneOffForLaterUse'];
  @Choice('oneOffAnnual') readonly oneOffAnnual?: AgreementOptions['oneOffAnnual'];
  @Choice('oneOffBeforeLiability') readonly oneOffBeforeLiability?: AgreementOptions['oneOffBeforeLiability'];
  @Choice('oneOffBackPay') readonly oneOffBackPay?: AgreementOptions['oneOffBackPay'];
  @Choice('oneOffRespite') readonly oneOffRespite?: AgreementOptions['oneOffRespite'];
  @Count('oneOffRespiteCapPence') readonly oneOffRespiteCapPence?: number;
  @Count('limitationWarningYears') readonly limitationWarningYears?: number;
  @Count('transferBackNoticeDays') readonly transferBackNoticeDays?: number;
  @Choice('transferBackRate') readonly transferBackRate?: AgreementOptions['transferBackRate'];
  @Choice('redundancyUnit') readonly redundancyUnit?: AgreementOptions['redundancyUnit'];
  @Choice('redundancyPartYears') readonly redundancyPartYears?: AgreementOptions['redundancyPartYears'];
  @Choice('redundancyService') readonly redundancyService?: AgreementOptions['redundancyService'];
  @Choice('redundancyFundingGap') readonly redundancyFundingGap?: AgreementOptions['redundancyFundingGap'];
  @Choice('redundancyJointDays') readonly redundancyJointDays?: AgreementOptions['redundancyJointDays'];
  @Choice('redundancyOtherFunders')
  readonly redundancyOtherFunders?: AgreementOptions['redundancyOtherFunders'];
  @Choice('redundancyHoursAndPay') readonly redundancyHoursAndPay?: AgreementOptions['redundancyHoursAndPay'];
  @Choice('redundancyAboveStatutory')
  readonly redundancyAboveStatutory?: AgreementOptions['redundancyAboveStatutory'];
  @Choice('redundancyNoticeAndLeave')
  readonly redundancyNoticeAndLeave?: AgreementOptions['redundancyNoticeAndLeave'];
  @Choice('redundancyReserves') readonly redundancyReserves?: AgreementOptions['redundancyReserves'];
  @Choice('redundancyCap') readonly redundancyCap?: AgreementOptions['redundancyCap'];
  @Choice('redundancySeveralNhsBodies')
  readonly redundancySeveralNhsBodies?: AgreementOptions['redundancySeveralNhsBodies'];
  @Choice('redundancyPaidFirstBy') readonly redundancyPaidFirstBy?: AgreementOptions['redundancyPaidFirstBy'];
  @Count('redundancyCapPence') readonly redundancyCapPence?: number;
  @Count('redundancyMinimumPence') readonly redundancyMinimumPence?: number;
  @Count('redundancyTimeBarYears') readonly redundancyTimeBarYears?: number;

  @Described('redundancyCapPercent')
  @IsExactNumber()
  readonly redundancyCapPercent?: string;

  @Described('redundancyEstatePercent')
  @IsExactNumber()
  readonly redundancyEstatePercent?: string;

  @Choice('redundancySelfFundedTime')
  readonly redundancySelfFundedTime?: AgreementOptions['redundancySelfFundedTime'];
  @Choice('redundancyBridgingDays')
  readonly redundancyBridgingDays?: AgreementOptions['redundancyBridgingDays'];
  @Choice('redundancyPennyTie') readonly redundancyPennyTie?: AgreementOptions['redundancyPennyTie'];
  @Choice('leaveSettlement') readonly leaveSettlement?: AgreementOptions['leaveSettlement'];
  @Choice('leaveNegativeBalance')
  readonly leaveNegativeBalance?: AgreementOptions['leaveNegativeBalance'];

  @Described('leaveOnCostPercent')
  @IsExactNumber()
  readonly leaveOnCostPercent?: string;

  @Count('rechargeQueryWorkingDays') readonly rechargeQueryWorkingDays?: number;
  @Count('rechargePaymentDays') readonly rechargePaymentDays?: number;
}

function Described(option: keyof AgreementOptions): PropertyDecorator {
  const described = OPTION_DESCRIPTIONS.find((each) => each.option === option);
  return applyDecorators(
    IsOptional(),
    ApiPropertyOptional({
      description: described?.explanation ?? '',
      default: described?.default,
      example: described?.default,
      ...(described?.choices !== undefined && { enum: [...described.choices] }),
    }),
  );
}

function Choice(option: keyof typeof OPTION_CHOICES): PropertyDecorator {
  return applyDecorators(Described(option), IsIn(OPTION_CHOICES[option]));
}

function Count(option: keyof typeof OPTION_LIMITS): PropertyDecorator {
  const { least, most } = OPTION_LIMITS[option];
  return applyDecorators(Described(option), IsInt(), Min(least), Max(most));
}
