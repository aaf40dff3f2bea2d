import { describe, expect, it } from '@jest/globals';
import { changesIn } from './changes-since.js';

const event = (record: string, version: number, eventId: string) => ({
  ordinal: version,
  type: `${record}.something`,
  sentence: `${record} ${version}`,
  occurredOn: '2024-05-01' as never,
  recordedAt: '2024-05-02T09:30:00.000000Z',
  actor: { id: 'b0c4e1', name: 'Anna Example', organisation: 'QM7', role: 'phb-worker' },
  record,
  version,
  eventId,
  position: String(version),
  data: {},
});
const MINE = '0b9f3d52-6a41-8c70-9f1e-2a7d4c5b6e10';
const OTHER = '0b9f3d52-6a41-8c70-9f1e-2a7d4c5b6e11';

describe('what was recorded since a form was drawn', () => {
  it('is of a case what its own history has after the version that was seen', () => {
    const events = [
      event('transfer-case', 4, OTHER),
      event('employment', 5, OTHER),
      event('transfer-case', 3, OTHER),
    ];
    expect(changesIn(events, { caseRef: 'TC-7F3K92QD1M' }, 3)).toEqual([
      {
        sentence: 'transfer-case 4',
        by: 'Anna Example',
        organisation: 'QM7',
        at: '2 May 2024 at 10:30am',
      },
    ]);
  });

  it('is of a PA’s job what its own facts rest on, and nothing of another PA’s', () => {
    const job = { caseRef: 'TC-7F3K92QD1M', employmentId: 'EM-7F3K92QD1M', terms: [{ recordId: MINE }] };
    const events = [event('employment', 4, MINE), event('employment', 5, OTHER)];
    expect(changesIn(events, job, 3).map(({ sentence }) => sentence)).toEqual(['employment 4']);
  });
});
