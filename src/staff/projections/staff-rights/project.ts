import { fold } from '../../../kernel/aggregate.js';
import {
  eventsOf,
  type SubjectHistory,
  type SubjectProjection,
  type TableRows,
} from '../../../platform/projections/projection.js';
import type { StaffEvent } from '../../domain/staff.events.js';
import { staffMember, wasGranted, type Right, type StaffRecord } from '../../domain/staff-member.js';
import { StaffAccountRow } from './staff-account.entity.js';
import { StaffRightRow } from './staff-right.entity.js';

function project(history: SubjectHistory): readonly TableRows[] {
  const state = fold(staffMember, eventsOf<StaffEvent>(history, 'staff.'));
  if (state.stage === 'unknown') return [];
  // Each organisation sees the account, and of its rights those that it gave.
  return state.knownTo.flatMap((organisation) => {
    const seenBy = [organisation];
    const rows = state.rights
      .map((right, index) => rightRow(state, right, index + 1))
      .filter((row) => row.organisation === organisation);
    return [
      { table: StaffAccountRow, rows: [accountRow(state, organisation)], seenBy },
      { table: StaffRightRow, rows, seenBy },
    ];
  });
}

function accountRow(state: StaffRecord, organisation: string): Readonly<StaffAccountRow> {
  const { staff, issuer, subject: signInId } = state;
  const samePersonAs = mayKnowPerson(state, organisation) ? (state.samePersonAs ?? null) : null;
  return { organisation, staff, subject: staff, issuer, signInId, samePersonAs };
}

/** Whose other account it is, is told to who said so, and to those that gave it a right: anybody may have typed its sign-in id. */
function mayKnowPerson({ samePersonSaidBy, rights }: StaffRecord, organisation: string): boolean {
  if (samePersonSaidBy === organisation) return true;
  return rights.some((right) => right.organisation === organisation && wasGranted(right));
}

function rightRow({ staff }: StaffRecord, right: Right, ordinal: number): Readonly<StaffRightRow> {
  const { organisation, role, stage, reasonCode, requestedOn } = right;
  return {
    grantRef: right.grant,
    subject: staff,
    organisation,
    staff,
    ordinal,
    role,
    stage,
    validFrom: right.from,
    validUntil: right.until ?? null,
    limitStated: right.limitStated ?? null,
    limitPence: right.limitPence ?? null,
    reasonCode,
    requestedBy: right.requestedBy.id,
    requestedOn,
    decidedBy: right.decidedBy?.id ?? null,
    decidedOn: right.decidedOn ?? null,
    endedBy: right.endedBy?.id ?? null,
  };
}

/** Who may do what, for the lists of administrators and auditors. What a request may do is asked of the store itself. */
export const staffRightsProjection: SubjectProjection = {
  name: 'staff-rights',
  tables: [StaffAccountRow, StaffRightRow],
  reads: ['staff.'],
  project,
};
