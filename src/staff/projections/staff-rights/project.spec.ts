import { describe, expect, it } from '@jest/globals';
import { recordedHistory, SOMEBODY } from '../../../../test/support/recorded.js';
import { rowsIn } from '../../../platform/projections/projection.js';
import type { StaffEvent } from '../../domain/staff.events.js';
import {
  approverRequested,
  BOARD,
  COUNCIL,
  ended,
  granted,
  recorded,
  refused,
  requested,
  samePerson,
  STAFF,
} from '../../domain/staff.fixtures.js';
import { staffRightsProjection } from './project.js';
import { StaffAccountRow } from './staff-account.entity.js';
import { StaffRightRow } from './staff-right.entity.js';

describe('the read model of the staff', () => {
  it('has a row for each organisation that knows the account, and shows each right to its own alone', () => {
    const events = recordedHistory<StaffEvent>([
      recorded(),
      recorded(BOARD),
      approverRequested,
      granted(),
      ended('2026-06-01'),
      samePerson(),
    ]);
    const account = {
      staff: STAFF,
      subject: STAFF,
      issuer: 'https://sign-in.example',
      signInId: 'ngozi',
      samePersonAs: 'SM-0000000002',
    };
    expect(staffRightsProjection.project({ subject: STAFF, events })).toEqual([
      {
        table: StaffAccountRow,
        rows: [{ ...account, organisation: COUNCIL }],
        seenBy: [COUNCIL],
      },
      {
        table: StaffRightRow,
        rows: [
          {
            grantRef: `${STAFF}-1`,
            subject: STAFF,
            organisation: COUNCIL,
            staff: STAFF,
            ordinal: 1,
            role: 'council-approver',
            stage: 'ended',
            validFrom: '2026-04-01',
            validUntil: '2026-06-01',
            limitStated: true,
            limitPence: 500_000,
            reasonCode: 'joined-the-team',
            requestedBy: 'subject-1',
            requestedOn: '2026-03-20',
            decidedBy: 'subject-1',
            decidedOn: '2026-03-23',
            endedBy: 'subject-1',
          },
        ],
        seenBy: [COUNCIL],
      },
      {
        table: StaffAccountRow,
        rows: [{ ...account, organisation: BOARD, samePersonAs: null }],
        seenBy: [BOARD],
      },
      { table: StaffRightRow, rows: [], seenBy: [BOARD] },
    ]);
  });

  it('shows whose other account it is to the organisation that said so, and to those that gave it a right', () => {
    const saidBy = SOMEBODY.organisation;
    const seen = (...events: readonly StaffEvent[]) =>
      rowsIn<StaffAccountRow>(staffRightsProjection, StaffAccountRow, {
        subject: STAFF,
        events: recordedHistory<StaffEvent>([recorded(), recorded(saidBy), ...events, samePerson()]),
      })
        .filter(({ samePersonAs }) => samePersonAs !== null)
        .map(({ organisation }) => organisation);
    expect(seen()).toEqual([saidBy]);
    expect(seen(requested())).toEqual([saidBy]);
    expect(seen(requested(), refused())).toEqual([saidBy]);
    expect(seen(requested(), granted())).toEqual([COUNCIL, saidBy]);
    expect(seen(requested(), granted(), ended('2026-06-01'))).toEqual([COUNCIL, saidBy]);
  });

  it('has none for a history without events of the staff', () =>
    expect(staffRightsProjection.project({ subject: 'TC-1', events: [] })).toEqual([]));
});
