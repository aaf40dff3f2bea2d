import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { organisationDirectory } from '../../../agreement/index.js';
import type { Actor } from '../../../kernel/event.js';
import type { Figure } from '../../../kernel/figure.js';
import type { PlainDate } from '../../../kernel/plain-date.js';
import {
  exposureTotals,
  type ExposureOfJob,
  type ExposureTotals,
} from '../../domain/rules/exposure-totals.js';
import { redundancyExposure, type Exposure } from '../../domain/rules/redundancy-exposure.js';
import { weekPayCapOn } from '../../domain/rules/redundancy-week-pay-cap.js';
import { readAs } from '../../../platform/persistence/read-as.js';
import { rowsIn, type SubjectHistory } from '../../../platform/projections/projection.js';
import { byEmployment } from '../by-employment.js';
import { exposureProjection } from './project.js';
import { ExposedEmploymentRow } from './exposed-employment.entity.js';

export { exposureProjection };
export type { Exposure, ExposureTotals };

/** The exposure of one employment. */
export interface ExposureLine {
  readonly employmentId: string;
  readonly caseRef: string;
  readonly assistantRef: string;
  readonly exposure: Figure<Exposure>;
}

/**
 * The exposure of the employments of one case that are live on a day, as its history gives them, in the order of their ids.
 *
 * @throws NoKnownCap when the day's cap on a week's pay is not known.
 */
export function exposureIn(history: SubjectHistory, day: PlainDate): readonly ExposureLine[] {
  weekPayCapOn(day);
  return byEmployment(rowsIn(exposureProjection, ExposedEmploymentRow, history))
    .filter(({ startedOn, lastDay }) => startedOn <= day && (lastDay === null || lastDay >= day))
    .map((row) => lineOf(row, day));
}

/**
 * The exposure of an organisation's cases on a day, as the histories of all cases give it, in the order of the employments' ids.
 *
 * @throws NoKnownCap when the day's cap on a week's pay is not known.
 */
export async function exposureInAll(
  histories: AsyncIterable<SubjectHistory>,
  { organisation }: Pick<Actor, 'organisation'>,
  day: PlainDate,
): Promise<readonly ExposureLine[]> {
  const own = organisationDirectory.withPredecessors(organisation);
  const lines: ExposureLine[] = [];
  for await (const history of histories) {
    const [row] = rowsIn(exposureProjection, ExposedEmploymentRow, history);
    if (row === undefined || ![row.council, ...row.nhsBodies].some((body) => own.includes(body))) continue;
    lines.push(...exposureIn(history, day));
  }
  return byEmployment(lines);
}

/** The sums of them. */
export function totalsOf(lines: readonly ExposureLine[], day: PlainDate): ExposureTotals {
  return exposureTotals(
    day,
    lines.map(({ exposure }) => withoutBasis(exposure)),
  );
}

/** Rows that are worked out between two reads, so that no organisation is too large to be held in memory. */
const AT_ONCE = 200;

/** What redundancies of an organisation's cases and of those that it took over would cost on a day. */
@Injectable()
export class ExposureQuery {
  constructor(private readonly database: DataSource) {}

  /** @throws NoKnownCap when the day's cap on a week's pay is not known. */
  async totals(actor: Actor, day: PlainDate): Promise<ExposureTotals> {
    weekPayCapOn(day);
    const jobs: ExposureOfJob[] = [];
    for (let after = ''; ;) {
      const lines = await this.list(actor, day, AT_ONCE, after);
      jobs.push(...lines.map(({ exposure }) => withoutBasis(exposure)));
      const last = lines.at(-1);
      if (last === undefined || lines.length < AT_ONCE) return exposureTotals(day, jobs);
      after = last.employmentId;
    }
  }

  /**
   * Up to `limit` employments that are live on the day, in the order of their ids, from the one after `after`.
   *
   * @throws NoKnownCap when the day's cap on a week's pay is not known.
   */
  async list(
    { organisation }: Actor,
    day: PlainDate,
    limit: number,
    after = '',
  ): Promise<readonly ExposureLine[]> {
    weekPayCapOn(day);
    const own = organisationDirectory.withPredecessors(organisation);
    const found = await readAs(this.database, own, (rows) =>
      rows
        .getRepository(ExposedEmploymentRow)
        .createQueryBuilder('row')
        .where('(row.council in (:...own) or row.nhsBodies && array[:...own])', { own })
        .andWhere('row.startedOn <= :day and (row.lastDay is null or row.lastDay >= :day)', { day })
        .andWhere('row.employmentId > :after', { after })
        .orderBy('row.employmentId', 'ASC')
        .limit(limit)
        .getMany(),
    );
    return found.map((row) => lineOf(row, day));
  }

  /** All of one case that are live on the day, for an organisation that has or had a part in the case. */
  async ofCase(
    { organisation }: Pick<Actor, 'organisation'>,
    caseRef: string,
    day: PlainDate,
  ): Promise<readonly ExposureLine[]> {
    weekPayCapOn(day);
    const own = organisationDirectory.withPredecessors(organisation);
    const found = await readAs(this.database, own, (rows) =>
      rows
        .getRepository(ExposedEmploymentRow)
        .createQueryBuilder('row')
        .where('row.subject = :caseRef', { caseRef })
        .andWhere('row.startedOn <= :day and (row.lastDay is null or row.lastDay >= :day)', { day })
        .orderBy('row.employmentId', 'ASC')
        .getMany(),
    );
    return found.map((row) => lineOf(row, day));
  }
}

function lineOf(
  { employmentId, subject, assistantRef, job, setting }: ExposedEmploymentRow,
  day: PlainDate,
): ExposureLine {
  return {
    employmentId,
    caseRef: subject,
    assistantRef,
    exposure: redundancyExposure(job, { ...setting, bodies: organisationDirectory }, day),
  };
}

/** Explanations are shown with the list, and need not be held for a sum. */
function withoutBasis(figure: Figure<Exposure>): ExposureOfJob {
  return figure.status === 'known' ? { status: 'known', value: figure.value } : figure;
}
