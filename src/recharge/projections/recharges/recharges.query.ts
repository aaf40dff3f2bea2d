import { Injectable } from '@nestjs/common';
import { DataSource, In, MoreThan, type FindOperator, type FindOptionsWhere } from 'typeorm';
import { organisationDirectory } from '../../../agreement/index.js';
import type { Actor } from '../../../kernel/event.js';
import { RechargeNotFound } from '../../domain/refusals.js';
import { nextSteps, RECHARGE_STATUSES, type RechargeStatus, type RechargeStep } from '../../domain/stages.js';
import { RechargeLineRow } from './recharge-line.entity.js';
import { readAs } from '../../../platform/persistence/read-as.js';
import { rowsIn, type SubjectHistory } from '../../../platform/projections/projection.js';
import { rechargesProjection } from './project.js';
import { RechargeRow } from './recharge.entity.js';

export { DOCUMENT_ROUTES } from '../../domain/document-route.js';
export { LINE_KINDS, SUCCESSOR_REASONS } from '../../domain/recharge.events.js';
export { RECHARGE_DIRECTIONS, type Direction } from '../../domain/rules/joint-package.js';
export {
  rechargesProjection,
  RECHARGE_STATUSES,
  type RechargeLineRow,
  type RechargeRow,
  type RechargeStatus,
  type RechargeStep,
};

/** What may happen next to a recharge that stands so. */
export function nextStepsOf({ status }: Pick<RechargeRow, 'status'>): readonly RechargeStep[] {
  return nextSteps[status];
}

/** A recharge with its lines, in the order of the document. */
export interface RechargeWithLines {
  readonly recharge: RechargeRow;
  readonly lines: readonly RechargeLineRow[];
}

export interface RechargeFilter {
  readonly caseRef?: string;
  readonly status?: RechargeStatus;
}

/** The recharges that a history gives, of those that an organisation is owed or owes, in the order of their references. */
export function rechargesIn(
  history: SubjectHistory,
  actor: Pick<Actor, 'organisation'>,
): readonly RechargeWithLines[] {
  const own = bodiesOf(actor);
  const lines = rowsIn(rechargesProjection, RechargeLineRow, history);
  return [...rowsIn(rechargesProjection, RechargeRow, history)]
    .filter(({ creditor, debtor, payableBy }) =>
      [creditor, debtor, payableBy].some((body) => body !== null && own.includes(body)),
    )
    .sort((a, b) => (a.rechargeRef < b.rechargeRef ? -1 : 1))
    .map((recharge) => ({
      recharge,
      lines: lines.filter(({ rechargeRef }) => rechargeRef === recharge.rechargeRef),
    }));
}

/** The recharges that an organisation is owed or owes, itself or through a body that it took over from. */
@Injectable()
export class RechargesQuery {
  constructor(private readonly database: DataSource) {}

  /** Up to `limit` recharges in the order of their references, from the one after `afterRef`. */
  async list(
    actor: Actor,
    filter: RechargeFilter,
    limit: number,
    afterRef = '',
  ): Promise<readonly RechargeRow[]> {
    return readAs(this.database, bodiesOf(actor), (rows) =>
      rows.getRepository(RechargeRow).find({
        where: visibleTo(actor, { ...filter, rechargeRef: MoreThan(afterRef) }),
        order: { rechargeRef: 'asc' },
        take: limit,
      }),
    );
  }

  /** All of one case, in the order of their references. A case has few. */
  async ofCase(actor: Actor, caseRef: string): Promise<readonly RechargeWithLines[]> {
    return readAs(this.database, bodiesOf(actor), async (rows) => {
      const recharges = await rows
        .getRepository(RechargeRow)
        .find({ where: visibleTo(actor, { caseRef }), order: { rechargeRef: 'asc' } });
      const lines = await rows.getRepository(RechargeLineRow).find({
        where: { rechargeRef: In(recharges.map(({ rechargeRef }) => rechargeRef)) },
        order: { number: 'asc' },
      });
      return recharges.map((recharge) => ({
        recharge,
        lines: lines.filter(({ rechargeRef }) => rechargeRef === recharge.rechargeRef),
      }));
    });
  }

  /** @throws RechargeNotFound when there is none, or the actor's organisation has no part in it. */
  async get(actor: Actor, rechargeRef: string): Promise<RechargeWithLines> {
    // The two reads see one moment, so that the lines fit the revision that the answer is tagged with.
    return readAs(this.database, bodiesOf(actor), async (rows) => {
      const where = visibleTo(actor, { rechargeRef });
      const recharge = await rows.getRepository(RechargeRow).findOne({ where });
      if (recharge === null) throw new RechargeNotFound();
      const lines = await rows
        .getRepository(RechargeLineRow)
        .find({ where: { rechargeRef }, order: { number: 'asc' } });
      return { recharge, lines };
    });
  }
}

function bodiesOf({ organisation }: Pick<Actor, 'organisation'>): readonly string[] {
  return organisationDirectory.withPredecessors(organisation);
}

function visibleTo(
  actor: Actor,
  filter: RechargeFilter & { readonly rechargeRef?: string | FindOperator<string> },
): FindOptionsWhere<RechargeRow>[] {
  const own = In(bodiesOf(actor));
  return [
    { ...filter, creditor: own },
    { ...filter, debtor: own },
    { ...filter, payableBy: own },
  ];
}
