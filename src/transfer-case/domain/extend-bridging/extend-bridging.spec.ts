import { describe, expect, it } from '@jest/globals';
import { HISTORY_TO } from '../../../../test/support/example-transfer-case.js';
import { recordedHistory, SOMEBODY } from '../../../../test/support/recorded.js';
import { scenario } from '../../../../test/support/scenario.js';
import { plainDate } from '../../../kernel/plain-date.js';
import { FieldRefused, NotYourSide } from '../../../kernel/refusal.js';
import type { TransferCaseEvent } from '../transfer-case.events.js';
import { foldTransferCase, transferCase } from '../transfer-case.js';
import { extendBridging, OpenerMayNotExtend, type ExtendBridgingTerms } from './extend-bridging.decision.js';

const terms: ExtendBridgingTerms = {
  until: plainDate('2024-06-21'),
  approver: { id: 'staff-council-2' },
  reasonCode: 'plan-not-signed',
  approvedOn: plainDate('2024-06-05'),
  agreed: { bridgingReviewStepDays: 14, bridgingExtensionBy: 'either-body', bridgingHardStopWeeks: 0 },
  side: 'council',
  today: plainDate('2024-06-05'),
};
const extended: TransferCaseEvent = {
  type: 'transfer-case.bridging-extended',
  occurredOn: plainDate('2024-06-05'),
  data: { until: plainDate('2024-06-21'), approvedBy: 'staff-council-2', reasonCode: 'plan-not-signed' },
};

describe('Extending bridging', () => {
  const bridging = scenario(transferCase).given(...HISTORY_TO.bridging);

  it('moves the review on, with the name of the approver and the reason', () => {
    bridging.when(extendBridging(terms)).thenEvents([extended]);
  });

  it('goes on by the step of the agreement where no day is named, once more each time', () => {
    const { until: _, ...unnamed } = terms;
    bridging.when(extendBridging(unnamed)).thenEvents([extended]);
    bridging
      .given(extended)
      .when(extendBridging({ ...unnamed, agreed: { ...terms.agreed, bridgingReviewStepDays: 7 } }))
      .thenEvents([{ ...extended, data: { ...extended.data, until: plainDate('2024-06-28') } }]);
  });

  it('is refused to whoever opened bridging, under no account of theirs', () => {
    bridging.when(extendBridging({ ...terms, approver: SOMEBODY })).thenRefused(OpenerMayNotExtend);
    const recordedBy = { ...SOMEBODY, staff: 'SM-1' };
    const state = foldTransferCase(recordedHistory(HISTORY_TO.bridging, { recordedBy }));
    const other = extendBridging({ ...terms, approver: { id: 'another-account', staff: 'SM-1' } });
    expect(() => other(state)).toThrow(OpenerMayNotExtend);
  });

  it('said again is silence', () => {
    bridging.given(extended).when(extendBridging(terms)).thenNothing();
  });

  it('is refused unless the next review is later than the one that is due', () => {
    bridging
      .when(extendBridging({ ...terms, until: plainDate('2024-06-07') }))
      .thenRefused(FieldRefused, /^The next review is due on 7 June 2024 already$/);
    bridging
      .given(extended)
      .when(extendBridging({ ...terms, reasonCode: 'account-not-open' }))
      .thenRefused(FieldRefused, /^The next review is due on 21 June 2024 already$/);
  });

  it('is refused for the future, and for a reason in free text', () => {
    bridging
      .when(extendBridging({ ...terms, today: plainDate('2024-06-04') }))
      .thenRefused(FieldRefused, /in the future/);
    bridging
      .when(extendBridging({ ...terms, reasonCode: 'Waiting for Mrs Example' }))
      .thenRefused(FieldRefused, /A reason is a code/);
  });

  it.each([
    ['council', 'nhs-body', 'the NHS body'],
    ['nhs-body', 'council', 'the council'],
  ] as const)(
    'is refused to the approver of the %s where the agreement leaves it to the %s',
    (side, by, whose) => {
      const agreed = { ...terms.agreed, bridgingExtensionBy: by };
      bridging
        .when(extendBridging({ ...terms, agreed, side }))
        .thenRefused(NotYourSide, new RegExp(`By the agreement ${whose} approves extensions of bridging`));
      bridging.when(extendBridging({ ...terms, agreed, side: by })).thenEvents([extended]);
    },
  );

  describe('under an agreement with a hard stop ten weeks after the notified decision, on 21 June', () => {
    const { until: _, ...unnamed } = terms;
    const under = (hardStopWeeks: number, stepDays = 14) => ({
      ...terms.agreed,
      bridgingHardStopWeeks: hardStopWeeks,
      bridgingReviewStepDays: stepDays,
    });

    it('reaches up to the stop and not beyond it', () => {
      bridging.when(extendBridging({ ...terms, agreed: under(10) })).thenEvents([extended]);
      bridging
        .when(extendBridging({ ...terms, agreed: under(10), until: plainDate('2024-06-22') }))
        .thenRefused(
          FieldRefused,
          /^By the agreement no review is put off beyond 21 June 2024; payments go on/,
        );
    });

    it('makes the last step shorter, and takes none from the stop on', () => {
      const agreed = under(10, 28);
      bridging.when(extendBridging({ ...unnamed, agreed })).thenEvents([extended]);
      bridging
        .given(extended)
        .when(extendBridging({ ...unnamed, agreed, reasonCode: 'account-not-open' }))
        .thenRefused(FieldRefused, /beyond 21 June 2024/);
    });
  });
});
