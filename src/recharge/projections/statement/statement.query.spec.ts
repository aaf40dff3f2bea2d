import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { createOrganisationDirectory, organisationDirectory } from '../../../agreement/index.js';
import { plainDate } from '../../../kernel/plain-date.js';
import { debtorBetween } from './statement.query.js';

const COUNCIL = 'E10000015';
const day = plainDate;
const bodies = (nhsBody: string) => ({ council: COUNCIL, nhsBody });

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
    // Made-up codes: those of the bodies of 2026 are not loaded.
    const body = (code: string, from: string, until?: string) => ({
      code,
      name: code,
      kind: 'integrated-care-board' as const,
      legal: { from: day(from), ...(until !== undefined && { until: day(until) }) },
    });
    const directory = createOrganisationDirectory({
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
    const whole = { creditor: COUNCIL, payableBy: 'ZWHOLE' };
    const on = (nhsBody: string, when: string) => debtorBetween(directory, bodies(nhsBody), whole, day(when));
    expect(on('ZWHOLE', '2026-03-31')).toBe('nhs-body');
    expect(on('ZNORTH', '2026-04-01')).toMatchObject({ missing: { fact: 'successor' } });
    expect(on('ZSOUTH', '2026-04-01')).toMatchObject({ missing: { fact: 'successor' } });
    expect(on('ZEAST', '2026-04-01')).toBe('neither');
  });
});
