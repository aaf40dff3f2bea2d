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
  @Choice('redundancyUnit') readonly redundancyUnit?: AgreementOptions['redundancyUnit'];
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
