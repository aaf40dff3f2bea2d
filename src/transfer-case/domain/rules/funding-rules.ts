import type { Rule } from '../../../kernel/basis.js';

/** What a day of funding was. `held` waits for a fact; on a `gap` nobody paid. */
export const FUNDING_KINDS = ['council', 'held', 'bridging', 'nhs', 'transfer-back', 'gap'] as const;
export type FundingKind = (typeof FUNDING_KINDS)[number];

/** Why a day was of its kind. */
export const FUNDING_RULE: Readonly<Record<FundingKind, Rule>> = {
  council: {
    code: 'FUNDING-COUNCIL',
    version: 1,
    title: 'Until the NHS body is liable, whoever funds the care goes on funding it',
    source: 'National Framework for NHS Continuing Healthcare (2012), Annex F, paragraphs 2 and 3',
    certainty: 'sourced',
  },
  held: {
    code: 'FUNDING-HELD',
    version: 1,
    title:
      'The council paid; who is liable waits for somebody to say whether the late decision was justified',
    source: 'Decided here, since no source settles it; a local agreement may differ',
    certainty: 'product-decision',
  },
  bridging: {
    code: 'FUNDING-BRIDGING',
    version: 1,
    title: 'The council goes on paying while the budget is set up, and the NHS body is liable',
    source: 'Herts Valleys, in Skills for Care (2016)',
    certainty: 'local-practice',
  },
  nhs: {
    code: 'FUNDING-NHS',
    version: 1,
    title:
      'The budget covers the person from its first covered day on, not from the day of its first payment',
    source: 'Decided here, since no source settles it; a local agreement may differ',
    certainty: 'product-decision',
  },
  'transfer-back': {
    code: 'FUNDING-TRANSFER-BACK',
    version: 1,
    title:
      'After its notice the NHS body goes on paying until the council’s cover starts, and the council is liable',
    source: 'Local agreement, notice and rate of a transfer back',
    certainty: 'product-decision',
  },
  gap: {
    code: 'FUNDING-GAP',
    version: 1,
    title: 'Nobody paid: no debt between the bodies, and a hazard to look into',
    source: 'Decided here, since no source settles it; a local agreement may differ',
    certainty: 'product-decision',
  },
};
