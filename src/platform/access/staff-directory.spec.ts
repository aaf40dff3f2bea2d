import { describe, expect, it, jest } from '@jest/globals';
import type { DataSource } from 'typeorm';
import type { Principal } from './principal.js';
import { StaffDirectory } from './staff-directory.js';

const person: Principal = {
  issuer: 'https://sign-in.example',
  subject: 'a-1',
  organisation: 'QM7',
  roles: ['nhs-finance'],
  name: 'Farid Hollis',
};

describe('the staff directory', () => {
  const query = jest.fn<(sql: string, values: unknown[]) => Promise<unknown[]>>(async () => []);
  const at = (instant: string) => ({ now: () => new Date(instant) });
  const database = { query } as unknown as DataSource;

  it('writes when somebody is new, renamed, moved, or first seen on a London day', async () => {
    const clock = at('2026-06-30T22:30:00Z');
    const staff = new StaffDirectory(database, { now: () => clock.now() });
    const writes = async (seen: Principal) => {
      query.mockClear();
      await staff.saw(seen);
      return query.mock.calls.map(([, values]) => values);
    };
    expect(await writes(person)).toEqual([
      ['https://sign-in.example', 'a-1', 'Farid Hollis', 'QM7', '2026-06-30'],
    ]);
    expect(await writes(person)).toEqual([]);
    expect(await writes({ ...person, name: 'Farid Hollis-Reyes' })).toHaveLength(1);
    expect(await writes({ ...person, name: 'Farid Hollis-Reyes', organisation: 'QNC' })).toHaveLength(1);
    clock.now = () => new Date('2026-06-30T23:30:00Z');
    expect((await writes({ ...person, organisation: 'QNC' }))[0]?.at(-1)).toBe('2026-07-01');
  });

  it('has nothing to remember of somebody without a name', async () => {
    query.mockClear();
    const { name: _, ...nameless } = person;
    await new StaffDirectory(database, at('2026-06-30T12:00:00Z')).saw(nameless);
    expect(query).not.toHaveBeenCalled();
  });
});
