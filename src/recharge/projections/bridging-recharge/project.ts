import {
  eventsOf,
  type SubjectHistory,
  type SubjectProjection,
  type TableRows,
} from '../../../platform/projections/projection.js';
import {
  bodiesOfCase,
  foldTransferCase,
  liabilityOf,
  type TransferCaseEvent,
} from '../../../transfer-case/index.js';
import { BridgingRechargeLineRow } from './bridging-recharge-line.entity.js';
import { BridgingRechargeRow } from './bridging-recharge.entity.js';
import { bridgingRows } from './bridging-rows.js';
import { leaveOf, openPositionsOf } from './open-positions.js';

function project(history: SubjectHistory): readonly TableRows[] {
  const events = eventsOf<TransferCaseEvent>(history, 'transfer-case.');
  const record = foldTransferCase(events);
  if (record.stage === 'none') return [];
  const { row, lines } = bridgingRows(
    record,
    liabilityOf(record),
    leaveOf(history),
    openPositionsOf(history),
    {
      caseRef: record.caseRef,
      subject: history.subject,
      revision: events.length,
    },
  );
  const seenBy = bodiesOfCase(record);
  return [
    { table: BridgingRechargeRow, rows: [row], seenBy },
    { table: BridgingRechargeLineRow, rows: lines, seenBy },
  ];
}

/** What each case's facts give as its bridging recharge now, whether or not a document was made of it. */
export const bridgingRechargeProjection: SubjectProjection = {
  name: 'bridging-recharge',
  tables: [BridgingRechargeRow, BridgingRechargeLineRow],
  reads: ['transfer-case.', 'workforce.'],
  project,
};
