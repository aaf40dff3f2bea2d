import { Injectable } from '@nestjs/common';
import { DataSource, type SelectQueryBuilder } from 'typeorm';
import { organisationDirectory, sideOfBody } from '../../../agreement/index.js';
import type { Actor } from '../../../kernel/event.js';
import type { PlainDate } from '../../../kernel/plain-date.js';
import type { BodySide } from '../../../platform/access/side-of-role.js';
import { readAs } from '../../../platform/persistence/read-as.js';
import { eventsOf, rowsIn, type SubjectHistory } from '../../../platform/projections/projection.js';
import type { CaseRecord, Stage } from '../../domain/case-record.js';
import type { Deadline } from '../../domain/rules/deadlines.js';
import { WAITING_ON, type WaitingOn } from '../../domain/waiting-on.js';
import { foldTransferCase } from '../../domain/transfer-case.js';
import type { TransferCaseEvent } from '../../domain/transfer-case.events.js';
import { CaseSummaryRow } from './case-summary.entity.js';
import {
  countCases,
  MOVES,
  movesOf,
  type CaseCounts,
  type CaseTally,
  type CountedFilter,
  type Move,
} from './count-cases.js';
import { caseSummaryProjection } from './project.js';

export { caseSummaryProjection, MOVES, WAITING_ON };
export type { CaseCounts, CaseSummaryRow, Deadline, Move, WaitingOn };

export interface CaseFilter {
  readonly stage?: Stage;
  readonly waitingOn?: WaitingOn;
  /** Only cases in which the organisation that asks has to act, or in which only the other side has. */
  readonly move?: Move;
  /** Only cases whose next open deadline falls before this day. */
  readonly dueBefore?: PlainDate;
  /** Only cases with this body on the other side. */
  readonly otherBody?: string;
  /** Only cases that this person works for the organisation that asks, by their sign-in id; null for those that nobody does. */
  readonly worker?: string | null;
  /** Only cases of the person with this reference. */
  readonly personReference?: string;
}

export const CASE_ORDERS = ['dueOn', '-dueOn', 'alertedOn', '-alertedOn', 'caseRef', '-caseRef'] as const;
export type CaseOrder = (typeof CASE_ORDERS)[number];

/** Where a page of the list ended. */
export interface CasePlace {
  /** What the list is sorted by; empty for a case without an open deadline, which stands behind all others. */
  readonly key: string;
  readonly caseRef: string;
}

/** What a list is sorted by: the column, what stands for no value behind all others, and its type. */
const ORDERED_BY = {
  dueOn: { column: 'row.nextDueOn', last: { ASC: 'infinity', DESC: '-infinity' }, type: 'date' },
  alertedOn: { column: 'row.alertedOn', last: { ASC: 'infinity', DESC: '-infinity' }, type: 'date' },
  caseRef: { column: 'row.caseRef', last: { ASC: '', DESC: '' }, type: 'text' },
} as const;

function orderOf(order: CaseOrder) {
  const direction = order.startsWith('-') ? 'DESC' : 'ASC';
  const by = ORDERED_BY[order.replace('-', '') as keyof typeof ORDERED_BY];
  return { direction, column: by.column, last: by.last[direction], type: by.type } as const;
}

/** Where a case stands in a list of this order. */
export function casePlace({ nextDueOn, alertedOn, caseRef }: CaseSummaryRow, order: CaseOrder): CasePlace {
  switch (order) {
    case 'dueOn':
    case '-dueOn':
      return { key: nextDueOn ?? '', caseRef };
    case 'alertedOn':
    case '-alertedOn':
      return { key: alertedOn, caseRef };
    case 'caseRef':
    case '-caseRef':
      return { key: caseRef, caseRef };
  }
}

/** What is on the other side of a case, and who works it on one's own, as columns of the row. */
const SEEN_FROM = {
  council: {
    worker: 'row.caseworker',
    // The body that followed last is responsible now.
    otherBody: 'coalesce((row.laterNhsBodies)[cardinality(row.laterNhsBodies)], row.nhsBody)',
  },
  nhs: { worker: 'row.counterpart', otherBody: 'row.council' },
} as const;

/** A case as its history gives it, with its row of the work lists; nothing before the alert. */
export function caseIn(
  history: SubjectHistory,
): { readonly record: CaseRecord; readonly listed: CaseSummaryRow } | undefined {
  const record = foldTransferCase(eventsOf<TransferCaseEvent>(history, 'transfer-case.'));
  const [listed] = rowsIn(caseSummaryProjection, CaseSummaryRow, history);
  return record.stage === 'none' || listed === undefined ? undefined : { record, listed };
}

/** The cases of an organisation and of those that it took over from. */
@Injectable()
export class CaseSummaries {
  constructor(private readonly database: DataSource) {}

  /** Up to `limit` cases in an order, from the one after `after`. */
  async list(
    actor: Pick<Actor, 'organisation'>,
    filter: CaseFilter,
    {
      order,
      limit,
      after,
    }: { readonly order: CaseOrder; readonly limit: number; readonly after?: CasePlace },
  ): Promise<readonly CaseSummaryRow[]> {
    const { column, direction, last, type } = orderOf(order);
    return this.read(actor, filter, (query) => {
      query.orderBy(column, direction, 'NULLS LAST').addOrderBy('row.caseRef', direction).limit(limit);
      if (after !== undefined) {
        query.andWhere(
          `(coalesce(${column}, '${last}'::${type}), row.caseRef) ${direction === 'ASC' ? '>' : '<'} (:key::${type}, :afterRef)`,
          { key: after.key === '' ? last : after.key, afterRef: after.caseRef },
        );
      }
      return query.getMany();
    });
  }

  /** How many cases there are, by what the work lists tell apart. Each count leaves out the filter that it counts by. */
  async count(
    actor: Pick<Actor, 'id' | 'organisation'>,
    filter: CountedFilter & Pick<CaseFilter, 'dueBefore'>,
    today: PlainDate,
  ): Promise<CaseCounts> {
    const { dueBefore, ...counted } = filter;
    const { worker, otherBody } = SEEN_FROM[sideFrom(actor)];
    const tallies = await this.read(actor, dueBefore === undefined ? {} : { dueBefore }, (query) =>
      query
        .select('row.stage', 'stage')
        .addSelect('row.waitingOn', 'waitingOn')
        .addSelect(`coalesce(row.nextDueOn < :today, false)`, 'overdue')
        .addSelect(otherBody, 'otherBody')
        .addSelect(worker, 'worker')
        .addSelect('count(*)::int', 'cases')
        .setParameter('today', today)
        .groupBy('1, 2, 3, 4, 5')
        .getRawMany<CaseTally>(),
    );
    return countCases(tallies, counted, { id: actor.id, side: sideFrom(actor) });
  }

  private async read<Found>(
    { organisation }: Pick<Actor, 'organisation'>,
    { stage, waitingOn, move, dueBefore, otherBody, worker, personReference }: CaseFilter,
    find: (query: SelectQueryBuilder<CaseSummaryRow>) => Promise<Found>,
  ): Promise<Found> {
    const own = organisationDirectory.withPredecessors(organisation);
    const side = sideFrom({ organisation });
    const seen = SEEN_FROM[side];
    return readAs(this.database, own, (rows) => {
      const query = rows
        .getRepository(CaseSummaryRow)
        .createQueryBuilder('row')
        .where(
          '(row.council in (:...own) or row.nhsBody in (:...own) or row.laterNhsBodies && array[:...own])',
          { own },
        );
      if (stage !== undefined) query.andWhere('row.stage = :stage', { stage });
      if (waitingOn !== undefined) query.andWhere('row.waitingOn = :waitingOn', { waitingOn });
      if (move !== undefined) {
        query.andWhere('row.waitingOn IN (:...moves)', { moves: movesOf(side)[move] });
      }
      if (dueBefore !== undefined) query.andWhere('row.nextDueOn < :dueBefore', { dueBefore });
      if (otherBody !== undefined) query.andWhere(`${seen.otherBody} = :otherBody`, { otherBody });
      if (worker === null) query.andWhere(`${seen.worker} IS NULL`);
      else if (worker !== undefined) query.andWhere(`${seen.worker} = :worker`, { worker });
      if (personReference !== undefined) {
        query.andWhere('row.personReference = :personReference', { personReference });
      }
      return find(query);
    });
  }

  /** The case as the lists show it; nothing until the read model has heard of it, and of the actor's part in it. */
  async find({ organisation }: Pick<Actor, 'organisation'>, caseRef: string): Promise<CaseSummaryRow | null> {
    return readAs(this.database, organisationDirectory.withPredecessors(organisation), (rows) =>
      rows.getRepository(CaseSummaryRow).findOneBy({ caseRef }),
    );
  }
}

/** The body on the other side of a case from the actor’s, as `SEEN_FROM` has it in SQL. */
export function otherBodyOf(
  { council, nhsBody, laterNhsBodies }: CaseSummaryRow,
  actor: Pick<Actor, 'organisation'>,
): string {
  return sideFrom(actor) === 'nhs' ? council : (laterNhsBodies.at(-1) ?? nhsBody);
}

function sideFrom({ organisation }: Pick<Actor, 'organisation'>): BodySide {
  return sideOfBody(organisation) === 'nhs' ? 'nhs' : 'council';
}
