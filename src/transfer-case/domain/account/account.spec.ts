import { describe, it } from '@jest/globals';
import {
  accountClosed,
  alertRaised,
  balanceReclaimed,
  openingBalanceStated,
} from '../../../../test/support/example-transfer-case.js';
import { numberedUuid } from '../../../../test/support/recorded.js';
import { scenario } from '../../../../test/support/scenario.js';
import { pence } from '../../../kernel/pence.js';
import { plainDate } from '../../../kernel/plain-date.js';
import { FieldRefused } from '../../../kernel/refusal.js';
import { AlreadyRecorded } from '../already-recorded.js';
import { transferCase } from '../transfer-case.js';
import { closeAccount } from './close-account.decision.js';
import { reclaimBalance } from './reclaim-balance.decision.js';
import { stateOpeningBalance } from './state-opening-balance.decision.js';

const today = plainDate('2024-07-31');
const alerted = scenario(transferCase).given(alertRaised);
const FACT_EVENT = numberedUuid(2);

describe('The balance of the account as liability begins', () => {
  const terms = { ...openingBalanceStated.data, today };

  it('is kept with its day and its statement, even where the account is overdrawn', () => {
    alerted.when(stateOpeningBalance(terms)).thenEvents([openingBalanceStated]);
    const overdrawn = pence(-1_250);
    alerted
      .when(stateOpeningBalance({ ...terms, balancePence: overdrawn }))
      .thenEvents([
        { ...openingBalanceStated, data: { ...openingBalanceStated.data, balancePence: overdrawn } },
      ]);
  });

  it('said again is silence, and said otherwise it corrects', () => {
    const stated = alerted.given(openingBalanceStated);
    const other = { ...terms, balancePence: pence(41_000) };
    stated.when(stateOpeningBalance(terms)).thenNothing();
    stated.when(stateOpeningBalance(other)).thenRefused(AlreadyRecorded, /The opening balance/);
    stated.when(stateOpeningBalance({ ...other, corrects: FACT_EVENT })).thenEvents([
      {
        ...openingBalanceStated,
        data: { ...openingBalanceStated.data, balancePence: pence(41_000), corrects: FACT_EVENT },
      },
    ]);
  });

  it('is refused for a day ahead and without a statement', () => {
    alerted
      .when(stateOpeningBalance({ ...terms, today: plainDate('2024-04-09') }))
      .thenRefused(FieldRefused, /in the future/);
    alerted
      .when(stateOpeningBalance({ ...terms, statementReference: '' }))
      .thenRefused(FieldRefused, /A reference has letters/);
  });
});

describe('The close of the account', () => {
  const terms = { ...accountClosed.data, today };

  it('keeps what was left and the statement that shows it', () => {
    alerted.when(closeAccount(terms)).thenEvents([accountClosed]);
  });

  it('said again is silence, and said otherwise it corrects', () => {
    const closed = alerted.given(accountClosed);
    const other = { ...terms, balancePence: pence(0) };
    closed.when(closeAccount(terms)).thenNothing();
    closed.when(closeAccount(other)).thenRefused(AlreadyRecorded, /The close of the account/);
    closed.when(closeAccount({ ...other, corrects: FACT_EVENT })).thenEvents([
      {
        ...accountClosed,
        data: { ...accountClosed.data, balancePence: pence(0), corrects: FACT_EVENT },
      },
    ]);
  });

  it('is refused for a day ahead and without a statement', () => {
    alerted
      .when(closeAccount({ ...terms, today: plainDate('2024-06-27') }))
      .thenRefused(FieldRefused, /in the future/);
    alerted
      .when(closeAccount({ ...terms, statementReference: 'the last one' }))
      .thenRefused(FieldRefused, /A reference has letters/);
  });
});

describe('The reclaim of the balance', () => {
  const terms = { ...balanceReclaimed.data, today };

  it('keeps what the council took back and its reference', () => {
    alerted.when(reclaimBalance(terms)).thenEvents([balanceReclaimed]);
  });

  it('said again is silence, and is put right or taken back by a correction', () => {
    const reclaimed = alerted.given(balanceReclaimed);
    const nothing = { ...terms, amountPence: pence(0) };
    reclaimed.when(reclaimBalance(terms)).thenNothing();
    reclaimed.when(reclaimBalance(nothing)).thenRefused(AlreadyRecorded, /The reclaim of the balance/);
    reclaimed.when(reclaimBalance({ ...nothing, corrects: FACT_EVENT })).thenEvents([
      {
        ...balanceReclaimed,
        data: { ...balanceReclaimed.data, amountPence: pence(0), corrects: FACT_EVENT },
      },
    ]);
  });

  it('is refused at nothing, below it, for a day ahead and without a reference', () => {
    const refused = (changes: Partial<typeof terms>, words: RegExp) =>
      alerted.when(reclaimBalance({ ...terms, ...changes })).thenRefused(FieldRefused, words);
    refused({ amountPence: pence(0) }, /above zero/);
    refused({ amountPence: pence(-1) }, /above zero/);
    refused({ today: plainDate('2024-07-11') }, /in the future/);
    refused({ reclaimReference: '' }, /A reference has letters/);
  });
});
