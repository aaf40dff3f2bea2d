import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { recordedHistory } from '../../../../test/support/recorded.js';
import {
  createOrganisationDirectory,
  organisationDirectory,
  type OrganisationDirectory,
} from '../../../agreement/index.js';
import { fold } from '../../../kernel/aggregate.js';
import { periodOfDays } from '../../../kernel/period.js';
import type { Instant } from '../../../kernel/instant.js';
import { plainDate } from '../../../kernel/plain-date.js';
import { knownBy } from '../../../platform/past/known-history.js';
import { payerOf } from '../../commands/payer-of.js';
import { issueRecharge } from '../../domain/issue/issue.decision.js';
import { approved, calculated, issued, issueTerms, paid } from '../../domain/recharge.fixtures.js';
import { recharge } from '../../domain/recharge.js';
import { documentAccount } from '../../domain/statement/document-account.js';
import { statementOf } from '../../domain/statement/statement.js';
import { accountsIn, debtorBetween } from './statement.query.js';

const COUNCIL = 'E10000015';
const day = plainDate;
const bodies = (nhsBody: string) => ({ council: COUNCIL, nhsBody });

/** Made-up codes: those of the bodies of 2026 are not loaded. One board is split in two, beside a third. */
function splitBoard(): OrganisationDirectory {
  const body = (code: string, from: string, until?: string) => ({
    code,
    name: code,
    kind: 'integrated-care-board' as const,
    legal: { from: day(from), ...(until !== undefined && { until: day(until) }) },
  });
  return createOrganisationDirectory({
    organisations: [
      { code: COUNCIL, name: 'Council', kind: 'council', legal: { from: day('1974-04-01') } },
      body('ZWHOLE', '2022-07-01', '2026-04-01'),
      body('ZNORTH', '2026-04-01'),
      body('ZSOUTH', '2026-04-01'),
      body('ZEAST', '2026-04-01'),
    ],
    successions: [
      {
        from: 'ZWHOLE',
        effectiveOn: day('2026-04-01'),
        to: [
          { code: 'ZNORTH', name: 'North', area: 'the north' },
          { code: 'ZSOUTH', name: 'South', area: 'the south' },
        ],
        document: 'A scheme',
      },
    ],
  });
}

describe('Whose statement a document is on', () => {
  const owed = { creditor: COUNCIL, payableBy: '06N' };

  it('is that of the body that owed it, and of its successor from the day of the succession', () => {
    const on = (nhsBody: string, when: string) =>
      debtorBetween(organisationDirectory, bodies(nhsBody), owed, day(when));
    expect(on('06N', '2022-06-30')).toBe('nhs-body');
    expect(on('QM7', '2022-07-01')).toBe('nhs-body');
    expect(on('06K', '2022-06-30')).toBe('neither');
    expect(on('QNC', '2022-07-01')).toBe('neither');
    // Read before its own first day, a body sees what it was to take over.
    expect(on('QM7', '2022-06-30')).toBe('nhs-body');
  });

  it('is the other direction where the council owes', () => {
    const back = { creditor: 'QM7', payableBy: COUNCIL };
    expect(debtorBetween(organisationDirectory, bodies('QM7'), back, day('2024-05-01'))).toBe('council');
  });

  it('waits for a choice after a split, for each of those that may have taken it over and for nobody else', () => {
    const whole = { creditor: COUNCIL, payableBy: 'ZWHOLE' };
    const on = (nhsBody: string, when: string) =>
      debtorBetween(splitBoard(), bodies(nhsBody), whole, day(when));
    expect(on('ZWHOLE', '2026-03-31')).toBe('nhs-body');
    expect(on('ZNORTH', '2026-04-01')).toMatchObject({ missing: { fact: 'successor' } });
    expect(on('ZSOUTH', '2026-04-01')).toMatchObject({ missing: { fact: 'successor' } });
    expect(on('ZEAST', '2026-04-01')).toBe('neither');
  });

  it('is that of the successor that was chosen as the document was issued, and of no other', () => {
    const directory = splitBoard();
    const documentDate = day('2026-05-11');
    const { payer, choice } = payerOf(directory, 'ZWHOLE', documentDate, {
      payableBy: 'ZNORTH',
      reasonCode: 'area-of-the-person',
      documentReference: 'SCHEME-1',
    });
    const [debtor, whole] = ['ZWHOLE', { ...calculated, data: { ...calculated.data, debtor: 'ZWHOLE' } }];
    const state = fold(recharge, recordedHistory([whole, approved]));
    const terms = { ...issueTerms, documentDate, today: documentDate, payer, ...(choice && { choice }) };
    const account = documentAccount(recordedHistory([whole, approved, ...issueRecharge(terms)(state)]));
    expect(account).toMatchObject({ debtor, payableBy: 'ZNORTH' });
    const may = periodOfDays(day('2026-05-01'), day('2026-05-31'));
    const statement = (nhsBody: string) =>
      statementOf([account!], may, (each) =>
        debtorBetween(directory, bodies(nhsBody), each, day('2026-05-31')),
      );
    expect(statement('ZNORTH')).toMatchObject({ netClosingPence: 594_000, waiting: [] });
    expect(statement('ZNORTH').entries).toMatchObject([{ owedBy: 'nhs-body', bodyAtTime: 'ZWHOLE' }]);
    for (const other of ['ZSOUTH', 'ZEAST'])
      expect(statement(other)).toMatchObject({ netClosingPence: 0, entries: [], waiting: [] });
  });
});

describe('The documents of a statement as they were known', () => {
  const instant = (text: string) => text as Instant;
  const recorded = recordedHistory([calculated, approved, issued, paid(594_000)], {
    from: '2024-08-01T09:00:00.000Z',
  });
  const at = (knownAt: string, asAt?: string) =>
    accountsIn(
      (async function* () {
        const clocks = { knownAt: instant(knownAt), ...(asAt !== undefined && { asAt: day(asAt) }) };
        yield knownBy({ subject: 'TC-0000000001', events: recorded }, clocks);
      })(),
    );
  const kinds = async (knownAt: string, asAt?: string) =>
    (await at(knownAt, asAt)).flatMap(({ entries }) => entries.map(({ kind }) => kind));

  it('lack what was recorded later, and what was not true yet by the day', async () => {
    expect(await kinds('2024-08-01T09:00:01.000000Z')).toEqual([]);
    expect(await kinds('2024-08-01T09:00:02.000000Z')).toEqual(['recharge']);
    expect(await kinds('2024-08-02T09:00:00.000000Z')).toEqual(['recharge', 'payment']);
    expect(await kinds('2024-08-02T09:00:00.000000Z', '2024-07-19')).toEqual(['recharge']);
  });
});
