import { Injectable } from '@nestjs/common';
import {
  ArrayContains,
  DataSource,
  In,
  MoreThan,
  Not,
  type FindOperator,
  type FindOptionsWhere,
} from 'typeorm';
import { organisationDirectory } from '../../../agreement/index.js';
import type { Actor } from '../../../kernel/event.js';
import { ZERO_PENCE, type Pence } from '../../../kernel/pence.js';
import { RechargeNotFound } from '../../domain/refusals.js';
import { nextSteps, RECHARGE_STATUSES, type RechargeStatus, type RechargeStep } from '../../domain/stages.js';
import { RECHARGE_SIDES, type RechargeSide } from '../../domain/waiting-on.js';
import { RechargeLineRow } from './recharge-line.entity.js';
import { readAs } from '../../../platform/persistence/read-as.js';
import { rowsIn, type SubjectHistory } from '../../../platform/projections/projection.js';
import { rechargesProjection } from './project.js';
import { RechargeRow } from './recharge.entity.js';

export { DOCUMENT_ROUTES } from '../../domain/document-route.js';
export { LINE_KINDS, SUCCESSOR_REASONS } from '../../domain/recharge.events.js';
export { RECHARGE_DIRECTIONS, type Direction } from '../../domain/rules/joint-package.js';
export { RECHARGE_SIDES, type RechargeSide };
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
  /** Those in which the actor's body, or the other one, has to do something next. */
  readonly waitingOn?: WaitingOn;
}

/** From where somebody stands: their own body, or the other one. */
export const WAITING_ON = ['us', 'them'] as const;

export type WaitingOn = (typeof WAITING_ON)[number];

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

  /** All that are owed on a document or to be given back, with their lines. Those that are not issued yet are no debt. */
  async owed(actor: Actor): Promise<readonly RechargeWithLines[]> {
    return readAs(this.database, bodiesOf(actor), async (rows) => {
      const recharges = await rows.getRepository(RechargeRow).find({
        where: visibleTo(actor, { status: Not(In(NO_DEBT)), outstandingPence: Not(ZERO_PENCE) }),
        order: { rechargeRef: 'asc' },
      });
      const lines = new Map<string, RechargeLineRow[]>();
      for (let from = 0; from < recharges.length; from += REFERENCES_AT_ONCE) {
        const refs = recharges.slice(from, from + REFERENCES_AT_ONCE).map(({ rechargeRef }) => rechargeRef);
        const found = await rows
          .getRepository(RechargeLineRow)
          .find({ where: { rechargeRef: In(refs) }, order: { number: 'asc' } });
        for (const line of found) {
          lines.set(line.rechargeRef, [...(lines.get(line.rechargeRef) ?? []), line]);
        }
      }
      return recharges.map((recharge) => ({ recharge, lines: lines.get(recharge.rechargeRef) ?? [] }));
    });
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

/** Until it is issued nobody owes it. */
const NO_DEBT: readonly RechargeStatus[] = ['draft', 'approved', 'approval-lapsed'];
const REFERENCES_AT_ONCE = 1_000;

/** On which side of a recharge an organisation stands, itself or through a body that it took over from. */
export function sideOfRecharge(
  { creditor }: Pick<RechargeRow, 'creditor'>,
  actor: Pick<Actor, 'organisation'>,
): RechargeSide {
  return bodiesOf(actor).includes(creditor) ? 'creditor' : 'debtor';
}

function bodiesOf({ organisation }: Pick<Actor, 'organisation'>): readonly string[] {
  return organisationDirectory.withPredecessors(organisation);
}

interface Columns {
  readonly rechargeRef?: string | FindOperator<string>;
  readonly caseRef?: string;
  readonly status?: RechargeStatus | FindOperator<RechargeStatus>;
  readonly outstandingPence?: FindOperator<Pence>;
}

function visibleTo(
  actor: Actor,
  { waitingOn, ...columns }: Columns & Pick<RechargeFilter, 'waitingOn'>,
): FindOptionsWhere<RechargeRow>[] {
  const own = In(bodiesOf(actor));
  const waits = (us: RechargeSide, them: RechargeSide) =>
    waitingOn && { waitingOn: ArrayContains([waitingOn === 'us' ? us : them]) };
  return [
    { ...columns, ...waits('creditor', 'debtor'), creditor: own },
    { ...columns, ...waits('debtor', 'creditor'), debtor: own },
    { ...columns, ...waits('debtor', 'creditor'), payableBy: own },
  ];
}
