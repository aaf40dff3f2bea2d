import { basisOf } from '../../kernel/basis.js';
import type { PlainDate } from '../../kernel/plain-date.js';
import type { Pence } from '../../kernel/pence.js';
import { daysIn } from '../../kernel/period.js';
import { day, money, record, wholeNumber } from '../../kernel/shape.js';
import { NotUnderstood, type WorkedExampleKind } from '../../kernel/worked-example.js';
import { flowOfMoney } from '../domain/rules/flow-of-money.js';
import { noticeEndsOn, transferBack, type EligibilityLost } from '../domain/rules/transfer-back.js';
import { TRANSFER_BACK } from '../domain/rules/recharge-rules.js';
import { readInputs } from './read-inputs.js';

const inputsShape = record({
  not_eligible_decision: day,
  notice_days: wholeNumber,
  la_dp_cover_start: day,
  phb_weekly_pence: money,
  la_assessed_weekly_pence: money,
});

/** A transfer back: the NHS body goes on paying after its notice, and the council owes it. */
export const reverseRechargeExample: WorkedExampleKind = {
  kind: 'reverse_recharge',
  compute: (raw) => {
    const inputs = readInputs(inputsShape, raw);
    const lost = { decidedOn: inputs.not_eligible_decision, noticeDays: inputs.notice_days };
    const assessed = reverse(lost, inputs.la_dp_cover_start, inputs.la_assessed_weekly_pence);
    const actual = reverse(lost, inputs.la_dp_cover_start, inputs.phb_weekly_pence);
    return {
      icb_notice_ends: noticeEndsOn(lost),
      la_liability_start: assessed.days.from,
      days: daysIn(assessed.days),
      recharge_at_la_assessed_rate_pence: assessed.totalPence,
      recharge_at_actual_phb_rate_pence: actual.totalPence,
      ...flowOfMoney('LA', 'ICB'),
    };
  },
};

function reverse(lost: EligibilityLost, councilCoverStartsOn: PlainDate, weeklyPence: Pence) {
  const lastDay = noticeEndsOn(lost);
  const [owed] = transferBack({
    end: { lastDay, basis: basisOf(TRANSFER_BACK, { ...lost, lastDay }) },
    ...{ phbCoverStartsOn: lost.decidedOn, councilCoverStartsOn, rate: 'council-assessed-budget' },
    ...{
      councilBudgets: [{ from: lost.decidedOn, weeklyPence }],
      phbRates: [],
      jointPackages: [],
      payments: [],
    },
    ...{ council: 'LA', liableBodies: [{ from: lost.decidedOn, body: 'LA' }] },
    ...{ nhsBody: 'ICB', areaChanges: [] },
  });
  if (owed?.charge.status !== 'known') throw new NotUnderstood('The facts of the example leave the sum open');
  return owed.charge.value;
}
