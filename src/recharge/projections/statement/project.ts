import type { Recorded } from '../../../kernel/event.js';
import {
  eventsOf,
  type SubjectHistory,
  type SubjectProjection,
  type TableRows,
} from '../../../platform/projections/projection.js';
import type { RechargeEvent } from '../../domain/recharge.events.js';
import { documentAccount } from '../../domain/statement/document-account.js';
import { DocumentAccountRow } from './document-account.entity.js';

function project(history: SubjectHistory): readonly TableRows[] {
  const byStream = new Map<string, Recorded<RechargeEvent>[]>();
  for (const recorded of eventsOf<RechargeEvent>(history, 'recharge.'))
    byStream.set(recorded.stream, [...(byStream.get(recorded.stream) ?? []), recorded]);
  return [...byStream.values()].flatMap((events): TableRows<DocumentAccountRow>[] => {
    const account = documentAccount(events);
    if (account === undefined) return [];
    const seenBy = [account.creditor, account.payableBy];
    return [{ table: DocumentAccountRow, rows: [{ ...account, subject: history.subject }], seenBy }];
  });
}

/** The account of each issued document: what it came to, what was paid, credited and queried, by day. */
export const documentAccountsProjection: SubjectProjection = {
  name: 'document-accounts',
  tables: [DocumentAccountRow],
  reads: ['recharge.'],
  project,
};
