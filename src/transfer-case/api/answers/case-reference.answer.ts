import { ApiProperty } from '@nestjs/swagger';
import { nextSteps, STEPS, type CaseRecord, type Step } from '../../commands/vocabulary.js';

/** Where a case stands. */
export class CaseReferenceAnswer {
  @ApiProperty({ example: 'TC-7F3K92QD1M' })
  readonly caseRef!: string;

  @ApiProperty({ enum: Object.keys(nextSteps), example: 'alerted' })
  readonly stage!: CaseRecord['stage'];

  @ApiProperty({ enum: STEPS, isArray: true, example: ['acknowledge-alert', 'record-checklist'] })
  readonly nextSteps!: readonly Step[];
}

export function caseReference({ caseRef, stage }: CaseRecord): Readonly<CaseReferenceAnswer> {
  return { caseRef, stage, nextSteps: nextSteps[stage] };
}
