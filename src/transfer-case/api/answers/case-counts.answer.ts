import { ApiProperty, IntersectionType } from '@nestjs/swagger';
import type { CaseCounts } from '../../projections/case-summary/case-summary.query.js';
import { personAnswer, PersonAnswer } from './shared-answers.js';

/** How many cases there are, and whose move each is. */
class MoveCountsAnswer {
  @ApiProperty({ example: 40 })
  readonly all!: number;

  @ApiProperty({ description: 'Those in which your organisation has to act.', example: 12 })
  readonly ours!: number;

  @ApiProperty({ description: 'Those in which only the other side has.', example: 23 })
  readonly theirs!: number;

  @ApiProperty({ description: 'Those whose next deadline has passed.', example: 3 })
  readonly overdue!: number;
}

class CasesAnswer {
  @ApiProperty({ example: 7 })
  readonly cases!: number;
}

/** How many cases somebody works for your organisation. */
export class WorkerCountAnswer extends IntersectionType(PersonAnswer, CasesAnswer) {}

/** How many cases are worked by whom, for your organisation. */
export class WorkerCountsAnswer {
  @ApiProperty({ description: 'All, by whoever they are worked or not.', example: 40 })
  readonly anybody!: number;

  @ApiProperty({ example: 7 })
  readonly me!: number;

  @ApiProperty({ example: 4 })
  readonly nobody!: number;

  @ApiProperty({ type: [WorkerCountAnswer], description: 'Whoever works most first.' })
  readonly each!: readonly Readonly<WorkerCountAnswer>[];
}

/** How many cases there are with a body on the other side. */
export class OtherBodyCountAnswer extends CasesAnswer {
  @ApiProperty({ example: 'QM7' })
  readonly organisation!: string;
}

/** The cases at a stage. */
export class StageCountsAnswer extends MoveCountsAnswer {
  @ApiProperty({ example: 'bridging' })
  readonly stage!: string;
}

/** How many cases there are, by what the work lists tell apart. */
export class CaseCountsAnswer extends MoveCountsAnswer {
  @ApiProperty({ type: WorkerCountsAnswer })
  readonly workers!: Readonly<WorkerCountsAnswer>;

  @ApiProperty({ type: [OtherBodyCountAnswer], description: 'In the order of their codes.' })
  readonly otherBodies!: readonly Readonly<OtherBodyCountAnswer>[];

  @ApiProperty({ type: [StageCountsAnswer], description: 'Only stages that there are cases at.' })
  readonly stages!: readonly Readonly<StageCountsAnswer>[];
}

export function caseCountsAnswer(
  { workers, ...counts }: CaseCounts,
  names: ReadonlyMap<string, string>,
): Readonly<CaseCountsAnswer> {
  const each = workers.each.map(({ id, cases }) => ({ ...personAnswer(id, names), cases }));
  return { ...counts, workers: { ...workers, each } };
}
