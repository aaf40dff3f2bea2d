import type { Rule } from '../../../kernel/basis.js';

/** What one body owes another at the end of a period. */
export const STATEMENT_BALANCE = {
  code: 'STATEMENT-BALANCE',
  version: 1,
  title:
    'The closing balance is the opening balance with the documents issued in the period, less credits and payments; a query takes nothing off it',
  source: 'Decided here: a statement of account as finance teams keep it',
  certainty: 'product-decision',
} as const satisfies Rule;
