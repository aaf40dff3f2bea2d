import { ApiProperty } from '@nestjs/swagger';
import type { Committed } from '../../platform/event-store/streams.js';
import { MoneyDto, moneyOf } from '../../platform/http/wire/money.dto.js';
import { RECHARGE_STATUSES } from '../projections/recharges/recharges.query.js';
import {
  nextSteps,
  statusOf,
  type Recharge,
  type RechargeStatus,
  type RechargeStep,
} from '../commands/vocabulary.js';

/** The answer to a command: which recharge it was about and how it stands now. */
export class RechargeReference {
  @ApiProperty({ example: 'RC-7F3K92QD1M' })
  readonly rechargeRef!: string;

  @ApiProperty({ enum: RECHARGE_STATUSES, example: 'draft' })
  readonly status!: RechargeStatus;

  @ApiProperty({
    type: [String],
    description: 'What may happen next.',
    example: ['recalculate', 'approve', 'withdraw'],
  })
  readonly nextSteps!: readonly RechargeStep[];

  @ApiProperty({ type: MoneyDto })
  readonly total!: Readonly<MoneyDto>;
}

export function referenceOf({ state }: Committed<Recharge>): Readonly<RechargeReference> {
  if (state.stage === 'none') throw new TypeError('A command on a recharge leaves one behind');
  const status = statusOf(state);
  return {
    rechargeRef: state.rechargeRef,
    status,
    nextSteps: nextSteps[status],
    total: moneyOf(state.totalPence),
  };
}
