import { describe, expect, it } from '@jest/globals';
import {
  alertRaised,
  checklistReceived,
  decidedEligible,
  HISTORY_TO,
  liabilityWithHeldDays,
} from '../../../../test/support/example-transfer-case.js';
import { scenario } from '../../../../test/support/scenario.js';
import { plainDate } from '../../../kernel/plain-date.js';
import { FieldRefused } from '../../../kernel/refusal.js';
import { agreeLiabilityDate } from '../agree-liability-date/agree-liability-date.decision.js';
import type { CaseDecision } from '../case-decision.js';
import { classifyDelay } from '../classify-delay/classify-delay.decision.js';
import { decideEligibility } from '../decide-eligibility/decide-eligibility.decision.js';
import { transferCase } from '../transfer-case.js';
import { LiabilityRuleNotAllowed, withinAgreedRules, type AgreedLiability } from './agreed-liability.js';

const today = plainDate('2024-09-30');
const ALL = ['R1', 'R2', 'R3', 'R4', 'R5', 'R6'];
const under = (decision: CaseDecision, agreed: Partial<AgreedLiability>) =>
  withinAgreedRules(decision, { rulesAllowed: ALL, effectiveDate: 'as-stated', ...agreed });
const without = (rule: string) => ({ rulesAllowed: ALL.filter((each) => each !== rule) });

const assessing = scenario(transferCase).given(alertRaised, checklistReceived);
const eligible = scenario(transferCase).given(...HISTORY_TO.eligible);
const decided = { outcome: 'eligible', decidedOn: plainDate('2024-04-10') } as const;
const decide = decideEligibility({ ...decided, notifiedOn: plainDate('2024-04-12'), today });
const decideFromMarch = decideEligibility({
  ...decided,
  notifiedOn: plainDate('2024-04-12'),
  effectiveOn: plainDate('2024-02-20'),
  today,
});
const unjustified = classifyDelay({
  delay: 'unjustified',
  reasonCode: 'assessor-shortage',
  decidedBy: 'nhs-body',
  today,
});
const agreed = agreeLiabilityDate({
  startsOn: plainDate('2024-03-01'),
  documentReference: 'LETTER-7',
  agreedOn: plainDate('2024-09-02'),
  today,
});

describe('The rules by which liability may begin, where an agreement leaves some out', () => {
  it('let through whatever they allow', () => {
    assessing.when(under(decide, without('R3'))).thenEvents([decidedEligible, liabilityWithHeldDays]);
  });

  it.each([
    ['R2', assessing, decideFromMarch, '20 February 2024'],
    ['R3', eligible, unjustified, '28 February 2024'],
    ['R6', eligible, agreed, '1 March 2024'],
  ] as const)('refuse a day by %s with the day and what is allowed', (rule, given, decision, day) => {
    given
      .when(under(decision, without(rule)))
      .thenRefused(LiabilityRuleNotAllowed, new RegExp(`begin on ${day} by rule ${rule}, and .* R1, `));
  });

  it('leave what moves no day of liability', () => {
    eligible.when(under(decide, without('R1'))).thenNothing();
  });

  it('tell a program the rule, the day and the rules that are allowed', () => {
    expect(
      new LiabilityRuleNotAllowed({ startsOn: plainDate('2024-03-01'), rule: 'R6' }, ['R1']),
    ).toMatchObject({
      code: 'liability-rule-not-allowed',
      facts: { rule: 'R6', startsOn: '2024-03-01', rulesAllowed: ['R1'] },
    });
  });

  it('take no earlier day than the decision where only that counts', () => {
    assessing
      .when(under(decideFromMarch, { effectiveDate: 'decision' }))
      .thenRefused(FieldRefused, /^By the local agreement eligibility begins with the decision/);
    assessing
      .when(under(decide, { effectiveDate: 'decision' }))
      .thenEvents([decidedEligible, liabilityWithHeldDays]);
  });
});
