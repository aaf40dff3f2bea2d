import 'reflect-metadata';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { deliveredOrganisations, loadOrganisations, organisationDirectory } from '../agreement/index.js';
import { plainDate } from '../kernel/plain-date.js';
import { goByOrganisations } from './go-by-organisations.js';

// Made-up codes: those of the bodies of 2026 are data that somebody loads.
const board = (code: string, from: string, until?: string) => ({
  code,
  name: code,
  kind: 'integrated-care-board',
  legal: { from, ...(until !== undefined && { until }) },
});

describe('The list of bodies that a process goes by', () => {
  const listed = async (content: string) => {
    const file = join(await mkdtemp(join(tmpdir(), 'organisations-')), 'list.json');
    await writeFile(file, content);
    return file;
  };
  afterAll(() => {
    loadOrganisations(deliveredOrganisations);
  });

  it('is the delivered one where no file is named', async () => {
    await goByOrganisations(undefined);
    expect(organisationDirectory.find('QM7')?.name).toBe('NHS Hertfordshire and West Essex ICB');
  });

  it('is that of the file, for everybody who asked for the directory before', async () => {
    const to = [{ code: 'ZNEW', name: 'ZNEW' }];
    const successions = [{ from: 'ZOLD', effectiveOn: '2026-04-01', to, document: 'A scheme' }];
    const organisations = [board('ZOLD', '2022-07-01', '2026-04-01'), board('ZNEW', '2026-04-01')];
    await goByOrganisations(await listed(JSON.stringify({ organisations, successions })));
    expect(organisationDirectory.find('QM7')).toBeUndefined();
    const payer = organisationDirectory.payableBy('ZOLD', plainDate('2026-04-01'));
    expect(payer).toMatchObject({ status: 'known', organisation: { code: 'ZNEW' } });
  });

  const twice = [board('Z', '2022-07-01'), board('Z', '2022-07-01')];
  it.each([
    ['text that is no JSON', '{'],
    ['a list of another shape', '{"organisations":[]}'],
    ['a list that contradicts itself', JSON.stringify({ organisations: twice, successions: [] })],
  ])('stays as it was for %s', async (_, content) => {
    loadOrganisations(deliveredOrganisations);
    await expect(goByOrganisations(await listed(content))).rejects.toThrow(/is no list of bodies: /);
    expect(organisationDirectory.find('QM7')).toBeDefined();
  });
});
