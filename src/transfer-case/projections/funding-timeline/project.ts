import { optionsOfCase, organisationDirectory } from '../../../agreement/index.js';
import {
  eventsOf,
  type SubjectHistory,
  type SubjectProjection,
  type TableRows,
} from '../../../platform/projections/projection.js';
import { endOfLiability } from '../../domain/rules/end-of-liability.js';
import { bodiesOfCase } from '../../domain/rules/nhs-body-on.js';
import { fundingTimeline, type FundingPiece } from '../../domain/rules/funding-timeline.js';
import type { TransferCaseEvent } from '../../domain/transfer-case.events.js';
import { foldTransferCase } from '../../domain/transfer-case.js';
import { FundingPeriodRow } from './funding-period.entity.js';

function project(history: SubjectHistory): readonly TableRows[] {
  const events = eventsOf<TransferCaseEvent>(history, 'transfer-case.');
  const state = foldTransferCase(events);
  if (state.stage === 'none') return [];
  const { subject } = history;
  const { caseRef } = state;
  const end = endOfLiability(state, optionsOfCase(state.agreement).transferBackNoticeDays);
  const rows = fundingTimeline(state, organisationDirectory, end).map((piece, index) =>
    periodRow(piece, { caseRef, ordinal: index + 1, subject, revision: events.length }),
  );
  return [{ table: FundingPeriodRow, rows, seenBy: bodiesOfCase(state) }];
}

function periodRow(
  { from, until, kind, liableBody, payingBody, missing, basis }: FundingPiece,
  place: Pick<FundingPeriodRow, 'caseRef' | 'ordinal' | 'subject' | 'revision'>,
): Readonly<FundingPeriodRow> {
  return {
    ...place,
    fromDay: from,
    untilDay: until ?? null,
    kind,
    liableBody: liableBody ?? null,
    payingBody: payingBody ?? null,
    missing,
    basis,
  };
}

/** Who was liable and who paid on which days of each case. */
export const fundingTimelineProjection: SubjectProjection = {
  name: 'funding-timeline',
  tables: [FundingPeriodRow],
  reads: ['transfer-case.'],
  project,
};
