import { Injectable } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import {
  councilOn,
  nhsBodyOn,
  organisationDirectory,
  sideOfBody,
  type OrganisationDirectory,
} from '../../../agreement/index.js';
import type { Actor } from '../../../kernel/event.js';
import { lastDayOf, type Period } from '../../../kernel/period.js';
import type { PlainDate } from '../../../kernel/plain-date.js';
import { trueBy, type KnownHistory } from '../../../platform/past/known-history.js';
import { readAs } from '../../../platform/persistence/read-as.js';
import { rowsIn } from '../../../platform/projections/projection.js';
import type { DocumentAccount } from '../../domain/statement/document-account.js';
import {
  statementOf,
  type Standing,
  type Statement,
  type StatementSide,
} from '../../domain/statement/statement.js';
import { DocumentAccountRow } from './document-account.entity.js';
import { documentAccountsProjection } from './project.js';

export { documentAccountsProjection };

export type {
  DisputesByReason,
  Statement,
  StatementBalance,
  StatementDispute,
  StatementEntry,
  StatementSide,
  WaitingDocument,
} from '../../domain/statement/statement.js';

/** A council and an NHS body, as codes. */
export interface StatementBodies {
  readonly council: string;
  readonly nhsBody: string;
}

/** A statement with whose it is, and the side of who asked. */
export interface StatementFor extends StatementBodies {
  readonly you: StatementSide;
  readonly statement: Statement;
}

/** The statement between the organisation of who asks and a body of the other kind. */
@Injectable()
export class StatementQuery {
  constructor(private readonly database: DataSource) {}

  /**
   * @param histories every case as it was known at the clocks that are asked about; nothing when it is asked how things stand now
   * @throws FieldRefused when the partner is no legal body of the other kind on the last day of the period.
   */
  async between(
    { organisation }: Actor,
    partner: string,
    period: Period,
    histories?: AsyncIterable<KnownHistory>,
  ): Promise<StatementFor> {
    const lastDay = lastDayOf(period);
    const you: StatementSide = sideOfBody(organisation) === 'council' ? 'council' : 'nhs-body';
    const bodyOfOtherKind = you === 'council' ? nhsBodyOn : councilOn;
    bodyOfOtherKind(organisationDirectory, partner, lastDay, '/partnerOds');
    const bodies =
      you === 'council'
        ? { council: organisation, nhsBody: partner }
        : { council: partner, nhsBody: organisation };
    const council = In(organisationDirectory.withPredecessors(bodies.council));
    const nhsBody = In(organisationDirectory.withPredecessors(bodies.nhsBody));
    const accounts =
      histories === undefined
        ? await readAs(this.database, organisationDirectory.withPredecessors(organisation), (rows) =>
            rows.getRepository(DocumentAccountRow).find({
              where: [
                { creditor: council, payableBy: nhsBody },
                { creditor: nhsBody, payableBy: council },
              ],
            }),
          )
        : await accountsIn(histories);
    const debtorOf = (account: DocumentAccount) =>
      debtorBetween(organisationDirectory, bodies, account, lastDay);
    return { ...bodies, you, statement: statementOf(accounts, period, debtorOf) };
  }
}

/** The accounts of all documents as they were known, cut by the days of their own events. */
export async function accountsIn(
  histories: AsyncIterable<KnownHistory>,
): Promise<readonly DocumentAccount[]> {
  const accounts: DocumentAccount[] = [];
  for await (const known of histories) {
    accounts.push(...rowsIn(documentAccountsProjection, DocumentAccountRow, trueBy(known, 'recharge.')));
  }
  return accounts;
}

/**
 * Which of two bodies owes the other a document on a day. Both ends are resolved through succession; a body that was split
 * leaves its debts open until somebody chooses.
 */
export function debtorBetween(
  directory: OrganisationDirectory,
  { council, nhsBody }: StatementBodies,
  { creditor, payableBy }: Pick<DocumentAccount, 'creditor' | 'payableBy'>,
  day: PlainDate,
): Standing {
  const stands = (code: string, body: string): 'yes' | 'no' | Exclude<Standing, string> => {
    if (!directory.withPredecessors(body).includes(code)) return 'no';
    // Before it was founded and after its end a body reads what was its own and that of those before it.
    if (!directory.isLegalOn(body, day)) return 'yes';
    const answer = directory.payableBy(code, day);
    if (answer.status === 'known') return answer.organisation.code === body ? 'yes' : 'no';
    return { missing: answer.missing };
  };
  const both = (owing: string, owed: string) => {
    const ends = [stands(payableBy, owing), stands(creditor, owed)];
    if (ends.includes('no')) return 'neither';
    return ends.find((end) => typeof end !== 'string') ?? 'yes';
  };
  const byNhsBody = both(nhsBody, council);
  if (byNhsBody !== 'neither') return byNhsBody === 'yes' ? 'nhs-body' : byNhsBody;
  const byCouncil = both(council, nhsBody);
  return byCouncil === 'yes' ? 'council' : byCouncil;
}
