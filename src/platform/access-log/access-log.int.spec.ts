import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { useTestDatabase } from '../../../test/support/postgres.js';
import { Problem } from '../http/problems/problem.js';
import { createDataSource } from '../persistence/data-source.js';
import { AccessLog } from './access-log.js';

const correlationId = '6b1f0d2e-8c4a-4f67-9b53-2d7e1a0c5f48';
const reader = (id: string, organisation = 'E10000015') => ({
  actor: { id, organisation, role: 'direct-payment-worker' },
  correlationId,
});
const read = (...people: string[]) => ({
  action: 'read',
  people,
  fieldClasses: ['name'],
  purpose: 'case-work',
});

describe('the access log', () => {
  const database = useTestDatabase();
  let source: DataSource;
  let log: AccessLog;
  let now = new Date('2026-04-01T09:30:00.000Z');

  beforeAll(async () => {
    source = await createDataSource({ databaseUrl: database.url, poolSize: 6 }).initialize();
    log = new AccessLog(source, { now: () => now });
    await log.record(reader('ada'), [read('PN-0000000001')]);
    await log.record(reader('ben'), [read('PN-0000000002'), { ...read(), action: 'searched' }]);
    await log.record(reader('ada', 'QM7'), [read('PN-0000000009')]);
  });
  afterAll(() => source.destroy());

  const ordinals = async (filter: Parameters<AccessLog['list']>[1], organisation = 'E10000015') =>
    (await log.list(organisation, filter, 10)).map(({ ordinal }) => ordinal);

  it('says who, in which role, saw whom, of which kinds, for what and when, and holds no value', async () => {
    expect(await log.list('E10000015', { person: 'PN-0000000001' }, 10)).toEqual([
      {
        organisation: 'E10000015',
        ordinal: 1,
        at: '2026-04-01T09:30:00.000Z',
        reader: 'ada',
        role: 'direct-payment-worker',
        action: 'read',
        people: ['PN-0000000001'],
        fieldClasses: ['name'],
        purpose: 'case-work',
        correlationId,
      },
    ]);
  });

  it('is asked by person or by reader, newest first, each organisation for itself', async () => {
    expect(await ordinals({})).toEqual([3, 2, 1]);
    expect(await ordinals({ reader: 'ben' })).toEqual([3, 2]);
    expect(await ordinals({ person: 'PN-0000000009' })).toEqual([]);
    expect(await ordinals({ person: 'PN-0000000009' }, 'QM7')).toEqual([1]);
    expect(await log.list('E10000015', {}, 1, 3)).toMatchObject([{ ordinal: 2 }]);
  });

  it('keeps one chain without a gap when many write at once', async () => {
    await Promise.all(Array.from({ length: 20 }, () => log.record(reader('busy', 'QNC'), [read()])));
    expect(await ordinals({}, 'QNC')).toHaveLength(10);
    expect((await log.list('QNC', {}, 1))[0]?.ordinal).toBe(20);
    expect(await log.firstFault('QNC')).toBeUndefined();
  });

  it('has what somebody learned of the people of others in the chain of each, who see by whom', async () => {
    const matched = { ...read('PN-0000000007'), action: 'matched' };
    const both = { ...read('PN-0000000008'), action: 'matched' };
    const learned = [
      { entry: matched, recordedBy: 'E10000028' },
      { entry: both, recordedBy: 'QNC' },
      { entry: { ...read('PN-0000000006'), action: 'matched' }, recordedBy: 'QM7' },
    ];
    await log.recordOfOthers(reader('carol', 'QM7'), learned);
    const seen = async (organisation: string) =>
      (await log.list(organisation, { reader: 'carol' }, 10)).flatMap(({ people }) => people);
    expect(await seen('QM7')).toEqual(['PN-0000000006', 'PN-0000000008', 'PN-0000000007']);
    expect(await seen('E10000028')).toEqual(['PN-0000000007']);
    expect(await seen('QNC')).toEqual(['PN-0000000008']);
    for (const organisation of ['QM7', 'QNC', 'E10000028'])
      expect(await log.firstFault(organisation)).toBeUndefined();
  });

  it('keeps every chain whole when readers of several bodies learn of each other’s people at once', async () => {
    const learned = ['LA', 'LB', 'LC'].map((recordedBy) => ({ entry: read(), recordedBy }));
    const times = Array.from({ length: 18 }, (_, each) => ['LA', 'LB', 'LC'][each % 3]!);
    await Promise.all(
      times.map((at, each) =>
        log.recordOfOthers(reader('busy', at), each % 2 === 0 ? learned : [...learned].reverse()),
      ),
    );
    for (const organisation of ['LA', 'LB', 'LC']) {
      expect(await log.list(organisation, {}, 100)).toHaveLength(18 + 2 * 6);
      expect(await log.firstFault(organisation)).toBeUndefined();
    }
  });

  it('never goes back in time', async () => {
    now = new Date('2025-01-01T00:00:00.000Z');
    await log.record(reader('late'), [read()]);
    expect(await log.list('E10000015', { reader: 'late' }, 1)).toMatchObject([
      { at: '2026-04-01T09:30:00.000Z' },
    ]);
  });

  it.each([
    'update access_log.entry set reader = $$nobody$$',
    'delete from access_log.entry',
    'truncate access_log.entry',
  ])('is not changed by "%s", not even by the owner of the table', async (statement) => {
    await expect(source.query(statement)).rejects.toThrow('The access log is never changed');
    await expect(
      source.transaction(async (manager) => {
        await manager.query('set local role handover_access_log');
        await manager.query(statement);
      }),
    ).rejects.toThrow('permission denied');
  });

  it('shows where somebody got past that', async () => {
    await source.query('alter table access_log.entry disable trigger all');
    await source.query(
      `update access_log.entry set people = '{}' where organisation = 'E10000015' and ordinal = 2`,
    );
    expect(await log.firstFault('E10000015')).toBe(2);
    await source.query(`delete from access_log.entry where organisation = 'QNC' and ordinal = 7`);
    expect(await log.firstFault('QNC')).toBe(7);
    expect(await log.firstFault('QM7')).toBeUndefined();
    expect(await log.organisations()).toEqual(['E10000015', 'E10000028', 'LA', 'LB', 'LC', 'QM7', 'QNC']);
    await source.query('alter table access_log.entry enable trigger all');
  });

  it('refuses what it cannot record, and takes the transaction with it', async () => {
    await source.query('create table done (what text)');
    await source.query('revoke insert on access_log.entry from handover_access_log');
    await expect(log.record(reader('ada'), [read()])).rejects.toThrow(Problem);
    const together = source.transaction(async (manager) => {
      await manager.query(`insert into done values ('yes')`);
      await log.record(reader('ada'), [read()], manager);
    });
    const ofOthers = log.recordOfOthers(reader('ada'), [{ entry: read(), recordedBy: 'QM7' }]);
    await expect(ofOthers).rejects.toMatchObject({ content: { code: 'access-not-recorded' } });
    await expect(together).rejects.toMatchObject({ content: { code: 'access-not-recorded', status: 503 } });
    expect(await source.query('select * from done')).toEqual([]);
    await source.query('grant insert on access_log.entry to handover_access_log');
  });
});
