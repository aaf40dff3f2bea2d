import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ClocksAnswer, clocksAnswer } from '../../../platform/http/wire/clocks.js';
import { HistoryEventAnswer, historyEventAnswer } from '../history-answers.js';
import { changeInWords, nameOfFigure, type FigureChange } from './figure-changes.js';
import type { CaseDifference, ExplainedChange, ReplayedStep } from './replay-of-case.js';
import type { Clocks } from '../../../platform/past/known-history.js';

/** A figure that is another one after than before. */
export class FigureChangeAnswer {
  @ApiProperty({ description: 'Where it stands in the views.', example: 'liabilities.total.value' })
  readonly path!: string;

  @ApiProperty({ description: 'What it is called.', example: 'Liabilities, total' })
  readonly name!: string;

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Money in pounds. Null where it was not there.',
    example: '5912.88',
  })
  readonly before!: string | null;

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Money in pounds. Null where it is not there any more.',
    example: '6387.50',
  })
  readonly after!: string | null;

  @ApiPropertyOptional({
    enum: ['GBP'],
    description: 'Of money; absent for everything else.',
    example: 'GBP',
  })
  readonly currency?: 'GBP';

  @ApiProperty({ example: 'Liabilities, total was 5912.88 and is 6387.50' })
  readonly sentence!: string;
}

/** A figure that differs, with what made it differ. */
export class FigureDifferenceAnswer extends FigureChangeAnswer {
  @ApiProperty({
    description: 'The positions of the events that moved it, in their order.',
    type: [String],
    example: ['1042'],
  })
  readonly changedBy!: readonly string[];

  @ApiProperty({ description: 'It moved with the day that is asked about as well.', example: false })
  readonly movedWithTheDay!: boolean;
}

/** What differs in a case between two looks at it, and why. */
export class CaseDifferenceAnswer {
  @ApiProperty({ example: 'TC-7F3K92QD1M' })
  readonly caseRef!: string;

  @ApiProperty({ type: ClocksAnswer })
  readonly from!: Readonly<ClocksAnswer>;

  @ApiProperty({ type: ClocksAnswer })
  readonly to!: Readonly<ClocksAnswer>;

  @ApiProperty({ type: [FigureDifferenceAnswer] })
  readonly differences!: readonly Readonly<FigureDifferenceAnswer>[];

  @ApiProperty({
    type: [HistoryEventAnswer],
    description: 'What was recorded in between, or became true.',
  })
  readonly events!: readonly Readonly<HistoryEventAnswer>[];
}

/** Where the other steps are. */
export class ReplayLinks {
  @ApiProperty({ example: '/v1/transfer-cases/TC-7F3K92QD1M/replay?position=1001' })
  readonly first!: string;

  @ApiPropertyOptional({ example: '/v1/transfer-cases/TC-7F3K92QD1M/replay?position=1041' })
  readonly previous?: string;

  @ApiPropertyOptional({ example: '/v1/transfer-cases/TC-7F3K92QD1M/replay?position=1043' })
  readonly next?: string;

  @ApiProperty({ example: '/v1/transfer-cases/TC-7F3K92QD1M/replay?position=1057' })
  readonly latest!: string;
}

/** A case as it stood after one of its events. */
export class ReplayedStepAnswer {
  @ApiProperty({ example: 'TC-7F3K92QD1M' })
  readonly caseRef!: string;

  @ApiProperty({ description: 'From 1.', example: 17 })
  readonly step!: number;

  @ApiProperty({ description: 'How many there are by now.', example: 43 })
  readonly steps!: number;

  @ApiProperty({ type: HistoryEventAnswer, description: 'What happened.' })
  readonly event!: Readonly<HistoryEventAnswer>;

  @ApiProperty({ type: [FigureChangeAnswer], description: 'What it changed.' })
  readonly changes!: readonly Readonly<FigureChangeAnswer>[];

  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    description:
      'The case, deadlines, funding timeline, liabilities, recharges, employments, redundancies, leave and exposure after it, each as its own read shows it.',
  })
  readonly views!: Readonly<Record<string, object>>;

  @ApiProperty({ type: ClocksAnswer })
  readonly clocks!: Readonly<ClocksAnswer>;

  @ApiProperty({ type: ReplayLinks })
  readonly links!: Readonly<ReplayLinks>;
}

// Names of staff are kept outside of the events and may be erased, so no answer about the past has them.
const NO_NAMES: ReadonlyMap<string, string> = new Map();

/** @param positions of all steps, in their order */
export function replayedStepAnswer(
  caseRef: string,
  { clocks, event, views, changes, sums }: ReplayedStep,
  positions: readonly string[],
): Readonly<ReplayedStepAnswer> {
  const step = event.ordinal;
  return {
    caseRef,
    step,
    steps: positions.length,
    event: historyEventAnswer(event, NO_NAMES),
    changes: changes.map((change) => changeAnswer(change, sums)),
    views,
    clocks: clocksAnswer({ clocks }),
    links: linksOf(caseRef, positions, step),
  };
}

function linksOf(caseRef: string, positions: readonly string[], step: number): Readonly<ReplayLinks> {
  const linkTo = (position: string) =>
    `/v1/transfer-cases/${caseRef}/replay?position=${encodeURIComponent(position)}`;
  const [previous, next] = [positions[step - 2], positions[step]];
  return {
    first: linkTo(positions[0] ?? ''),
    ...(previous !== undefined && { previous: linkTo(previous) }),
    ...(next !== undefined && { next: linkTo(next) }),
    latest: linkTo(positions.at(-1) ?? ''),
  };
}

export function caseDifferenceAnswer(
  caseRef: string,
  from: Clocks,
  to: Clocks,
  { differences, events, sums }: CaseDifference,
): Readonly<CaseDifferenceAnswer> {
  return {
    caseRef,
    from: clocksAnswer({ clocks: from }),
    to: clocksAnswer({ clocks: to }),
    differences: differences.map((change) => differenceAnswer(change, sums)),
    events: events.map((row) => historyEventAnswer(row, NO_NAMES)),
  };
}

type Sums = ReadonlySet<string>;

function differenceAnswer(change: ExplainedChange, sums: Sums): Readonly<FigureDifferenceAnswer> {
  const { changedBy, movedWithTheDay } = change;
  return { ...changeAnswer(change, sums), changedBy, movedWithTheDay };
}

function changeAnswer(change: FigureChange, sums: Sums): Readonly<FigureChangeAnswer> {
  const { path, before, after } = change;
  return {
    ...{ path, name: nameOfFigure(path), before, after },
    ...(sums.has(path) && { currency: 'GBP' as const }),
    sentence: changeInWords(change),
  };
}
