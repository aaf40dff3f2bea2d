import { describe, expect, it } from '@jest/globals';
import { changesIn } from './changes-since.js';

const CASE = 'TC-7F3K92QD1M';

const event = (recordRef: string, version: number) => ({
  ordinal: version,
  type: 'sample.recorded',
  sentence: `${recordRef} ${version}`,
  occurredOn: '2024-05-01' as never,
  recordedAt: '2024-05-02T09:30:00.000000Z',
  actor: { id: 'b0c4e1', name: 'Anna Example', organisation: 'QM7', role: 'phb-worker' },
  record: 'sample',
  recordRef,
  version,
  eventId: '0b9f3d52-6a41-8c70-9f1e-2a7d4c5b6e10',
  position: `${version}`,
  data: {},
});

describe('what was recorded since a form was drawn', () => {
  const events = [
    event(CASE, 4),
    event('EM-0000000001', 5),
    event('RC-0000000001', 6),
    event('RC-0000000002', 7),
    event(CASE, 3),
  ];
  const sentences = (record: object, version: number) =>
    changesIn(events, { caseRef: CASE, ...record }, version).map(({ sentence }) => sentence);

  it('is of a case what its own history has after the version that was seen', () => {
    expect(changesIn(events, { caseRef: CASE }, 3)).toEqual([
      {
        sentence: `${CASE} 4`,
        by: 'Anna Example',
        organisation: 'QM7',
        at: '2 May 2024 at 10:30am',
      },
    ]);
  });

  it('is of a PA’s job or a recharge its own, and nothing of another one in the same case', () => {
    expect(sentences({ employmentId: 'EM-0000000001' }, 3)).toEqual(['EM-0000000001 5']);
    expect(sentences({ rechargeRef: 'RC-0000000001' }, 3)).toEqual(['RC-0000000001 6']);
    expect(sentences({ rechargeRef: 'RC-0000000001' }, 6)).toEqual([]);
  });
});
