import { optionsOfCase } from '../../../agreement/index.js';
import {
  eventsOf,
  type SubjectHistory,
  type SubjectProjection,
  type TableRows,
} from '../../../platform/projections/projection.js';
import type { PlainDate } from '../../../kernel/plain-date.js';
import type { CaseRecord } from '../../domain/case-record.js';
import { deadlinesOf, nextDeadline } from '../../domain/rules/deadlines.js';
import { bodiesOfCase, nhsBodiesOf } from '../../domain/rules/nhs-body-on.js';
import type { TransferCaseEvent } from '../../domain/transfer-case.events.js';
import { foldTransferCase } from '../../domain/transfer-case.js';
import { waitingOn } from '../../domain/waiting-on.js';
import { CaseSummaryRow } from './case-summary.entity.js';

/** Another context's fact, read by name only: it stops the clock of the recharge. */
const RECHARGE_ISSUED = 'recharge.issued';

function project(history: SubjectHistory): readonly TableRows[] {
  const events = eventsOf<TransferCaseEvent>(history, 'transfer-case.');
  const state = foldTransferCase(events);
  if (state.stage === 'none') return [];
  const issued = history.events.find(({ event }) => event.type === RECHARGE_ISSUED);
  return [
    {
      table: CaseSummaryRow,
      rows: [summaryRow(history.subject, state, events.length, issued?.event.occurredOn)],
      seenBy: bodiesOfCase(state),
    },
  ];
}

function summaryRow(
  subject: string,
  state: CaseRecord,
  revision: number,
  rechargeIssuedOn: PlainDate | undefined,
): Readonly<CaseSummaryRow> {
  const { caseRef, personReference, council, nhsBody, stage, alertedOn, liability } = state;
  const { caseworker, counterpart } = state;
  const deadlines = deadlinesOf(state, optionsOfCase(state.agreement), rechargeIssuedOn);
  const next = nextDeadline(deadlines);
  return {
    caseRef,
    subject,
    personReference,
    council,
    nhsBody,
    laterNhsBodies: nhsBodiesOf(state).slice(1),
    stage,
    alertedOn,
    caseworker: caseworker ?? null,
    counterpart: counterpart ?? null,
    waitingOn: waitingOn(state, rechargeIssuedOn !== undefined),
    liabilityStartsOn: liability?.startsOn ?? null,
    liabilityRule: liability?.rule ?? null,
    heldFrom: liability?.held?.from ?? null,
    heldUntil: liability?.held?.until ?? null,
    nextDueOn: next?.dueOn ?? null,
    nextDueKind: next?.kind ?? null,
    deadlines,
    revision,
  };
}

/** The cases as the work lists of both sides show them. */
export const caseSummaryProjection: SubjectProjection = {
  name: 'case-summary',
  tables: [CaseSummaryRow],
  reads: ['transfer-case.', RECHARGE_ISSUED],
  project,
};
