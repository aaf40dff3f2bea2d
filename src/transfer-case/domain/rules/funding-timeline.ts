import { basisOf, type Basis } from '../../../kernel/basis.js';
import type { MissingFact } from '../../../kernel/figure.js';
import { cutAt, includes, type Period } from '../../../kernel/period.js';
import { addDays, earliest, plainDate, type PlainDate } from '../../../kernel/plain-date.js';
import type { CaseRecord } from '../case-record.js';
import type { LiabilityEnd } from './end-of-liability.js';
import { FUNDING_RULE, type FundingKind } from './funding-rules.js';
import { missingResponsibleBody, nhsBodiesOf, nhsBodyOn } from './nhs-body-on.js';
import { liabilityOf, type DeterminedLiability } from './liability.js';

/** Days on which one body was liable and one paid. */
export interface FundingPiece {
  readonly from: PlainDate;
  /** The first day that is not in it; absent while it goes on. */
  readonly until?: PlainDate;
  readonly kind: FundingKind;
  /** Absent while a fact is missing. */
  readonly liableBody?: string;
  /** Absent when nobody paid, or a fact is missing. */
  readonly payingBody?: string;
  readonly missing: readonly MissingFact[];
  readonly basis: Basis;
}

/** Which body stood for which on a day, as far as the reader of the timeline knows it. */
export interface BodiesInTime {
  bodyOn(code: string, day: PlainDate): { readonly code: string } | undefined;
  successionsBetween(code: string, from: PlainDate, until: PlainDate): readonly PlainDate[];
}

type Side = 'council' | 'nhs';

/** Who paid on a day of each kind. */
const PAYING: Readonly<Record<FundingKind, Side | undefined>> = {
  council: 'council',
  held: 'council',
  bridging: 'council',
  nhs: 'nhs',
  'transfer-back': 'nhs',
  gap: undefined,
};

/** Later than any day that matters; a piece that reaches it goes on. */
const FAR_AWAY = plainDate('2199-12-31');

/**
 * Who was liable and who paid on which days: cut where liability, cover or a body changes, in date order, without a hole.
 * It begins with the first award that is known and ends on the day of a withdrawal or merger, or with the day of death.
 *
 * @param end the last day that the NHS body was liable for, where eligibility has ended
 */
export function fundingTimeline(
  record: CaseRecord,
  bodies: BodiesInTime,
  end?: LiabilityEnd,
): readonly FundingPiece[] {
  const figure = liabilityOf(record);
  const liability = figure.status === 'known' ? figure.value : undefined;
  const whole = wholeOf(record, liability);
  const cuts = [
    liability?.startsOn,
    liability?.held?.from,
    liability?.held?.until,
    record.phbCoverStartsOn,
    record.lastDayCovered && addDays(record.lastDayCovered, 1),
    record.declinedFrom,
    end && addDays(end.lastDay, 1),
    record.councilCoverStartsOn,
    ...bodies.successionsBetween(record.council, whole.from, whole.until),
    ...nhsBodiesOf(record).flatMap((code) => bodies.successionsBetween(code, whole.from, whole.until)),
    ...record.areaChanges.map((change) => change.from),
    record.areaDispute?.from,
  ];
  return cutAt(
    whole,
    cuts.filter((day) => day !== undefined),
  )
    .map((days) => {
      const kind = kindOf(days.from, record, liability, end);
      const isOver = end !== undefined && days.from > end.lastDay;
      const explained = isOver ? [end.basis] : figure.status === 'known' ? [figure.basis] : [];
      const basis = basisFor(days.from, kind, record, explained);
      return { ...pieceOf(days, kind, record, isOver ? undefined : liability, bodies), basis };
    })
    .reduce<readonly FundingPiece[]>(joined, []);
}

function wholeOf(record: CaseRecord, liability: DeterminedLiability | undefined): Period {
  const starts = [record.awardRates[0]?.from, liability?.held?.from, liability?.startsOn];
  const from = earliest(record.alertedOn, ...starts.filter((day) => day !== undefined));
  const { withdrawal, merger, diedOn } = record;
  const until = earliest(
    withdrawal?.withdrawnOn ?? FAR_AWAY,
    merger?.mergedOn ?? FAR_AWAY,
    diedOn === undefined ? FAR_AWAY : addDays(diedOn, 1),
  );
  return { from, until: until < from ? from : until };
}

function kindOf(
  day: PlainDate,
  { phbCoverStartsOn, lastDayCovered, declinedFrom, councilCoverStartsOn }: CaseRecord,
  liability: DeterminedLiability | undefined,
  end: LiabilityEnd | undefined,
): FundingKind {
  const stopped = lastDayCovered !== undefined && day > lastDayCovered;
  if (councilCoverStartsOn !== undefined && day >= councilCoverStartsOn) return 'council';
  if (declinedFrom !== undefined && day >= declinedFrom) return stopped ? 'gap' : 'council';
  if (phbCoverStartsOn !== undefined && day >= phbCoverStartsOn) {
    return end !== undefined && day > end.lastDay ? 'transfer-back' : 'nhs';
  }
  if (stopped) return 'gap';
  if (end !== undefined && day > end.lastDay) return 'council';
  if (liability?.held !== undefined && includes(liability.held, day)) return 'held';
  return liability === undefined || day < liability.startsOn ? 'council' : 'bridging';
}

function pieceOf(
  { from, until }: Period,
  kind: FundingKind,
  record: CaseRecord,
  liability: DeterminedLiability | undefined,
  bodies: BodiesInTime,
): Omit<FundingPiece, 'basis'> {
  const missing = new Map<string, MissingFact>();
  if (kind === 'held' && liability?.held !== undefined) missing.set('held', liability.held.missing);
  const liableNow = record.declinedFrom !== undefined && from >= record.declinedFrom ? undefined : liability;
  const bodyOf = (side: Side | undefined) => {
    if (side === undefined) return undefined;
    const { areaDispute } = record;
    if (side === 'nhs' && areaDispute !== undefined && from >= areaDispute.from) {
      missing.set('dispute', missingResponsibleBody(areaDispute));
      return undefined;
    }
    const code = side === 'council' ? record.council : nhsBodyOn(record, from);
    const body = bodies.bodyOn(code, from);
    if (body === undefined) missing.set(code, missingSuccessor(code, from));
    return body?.code;
  };
  const liableBody = bodyOf(liableSide(from, kind, liableNow));
  const payingBody = bodyOf(PAYING[kind]);
  return {
    from,
    ...(until !== FAR_AWAY && { until }),
    kind,
    ...(liableBody !== undefined && { liableBody }),
    ...(payingBody !== undefined && { payingBody }),
    missing: [...missing.values()],
  };
}

function liableSide(
  day: PlainDate,
  kind: FundingKind,
  liability: DeterminedLiability | undefined,
): Side | undefined {
  switch (kind) {
    case 'council':
    case 'transfer-back':
      return 'council';
    case 'held':
      return undefined;
    case 'bridging':
    case 'nhs':
      return 'nhs';
    case 'gap':
      return liability !== undefined && day >= liability.startsOn ? 'nhs' : 'council';
  }
}

function basisFor(day: PlainDate, kind: FundingKind, record: CaseRecord, liability: readonly Basis[]): Basis {
  const { phbCoverStartsOn, lastDayCovered, declinedFrom } = record;
  return basisOf(
    FUNDING_RULE[kind],
    {
      ...(kind === 'nhs' && phbCoverStartsOn !== undefined && { phbCoverStartsOn }),
      ...(kind === 'council' && declinedFrom !== undefined && day >= declinedFrom && { declinedFrom }),
      ...(kind === 'gap' && lastDayCovered !== undefined && { lastDayCovered }),
    },
    kind === 'nhs' ? [] : liability,
  );
}

/** Joins a piece to the one before it when nothing but the calendar divides them. */
function joined(pieces: readonly FundingPiece[], next: FundingPiece): readonly FundingPiece[] {
  const before = pieces.at(-1);
  const same =
    before !== undefined &&
    before.kind === next.kind &&
    before.liableBody === next.liableBody &&
    before.payingBody === next.payingBody &&
    before.missing.length === 0 &&
    next.missing.length === 0;
  if (!same) return [...pieces, next];
  const { until: _, ...rest } = before;
  return [...pieces.slice(0, -1), { ...rest, ...(next.until !== undefined && { until: next.until }) }];
}

function missingSuccessor(code: string, day: PlainDate): MissingFact {
  return {
    fact: 'successor',
    reason: `More than one body may stand for ${code} on ${day}, or none is loaded`,
    suppliedBy: 'the two bodies of the case',
  };
}
