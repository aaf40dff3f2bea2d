import { refuseEmptyPeriod } from '../../../kernel/field-checks.js';
import { clip, periodInWords } from '../../../kernel/period.js';
import { FieldRefused } from '../../../kernel/refusal.js';
import { isRepeat } from '../already-recorded.js';
import type { CaseDecision } from '../case-decision.js';
import type { Suspension } from '../case-record.js';
import { CaseNotReady } from '../stages.js';

export interface SuspensionTerms extends Omit<Suspension, 'eventId'> {
  readonly corrects?: string;
}

/**
 * Care at home was interrupted by a stay in hospital, respite or something else, and the council paid for the days in full, a
 * reduced sum or nothing, by its own rule. What it paid is what it may recharge.
 *
 * @throws FieldRefused when there are no days, they overlap others, or there is a weekly sum without a reduction or the other
 * way round.
 * @throws AlreadyRecorded when other facts are recorded from that day and the caller does not name their event.
 */
export const recordSuspension =
  ({ corrects, ...said }: SuspensionTerms): CaseDecision =>
  (state) => {
    switch (state.stage) {
      case 'alerted':
      case 'acknowledged':
      case 'assessing':
      case 'not-eligible':
      case 'eligible':
      case 'bridging':
      case 'phb-started':
      case 'complete':
      case 'transferring-back':
      case 'back-with-council':
        if (
          isRepeat(
            'A suspension from this day',
            said,
            standingOf(said, corrects, state.suspensions),
            corrects,
          )
        )
          return [];
        refuseUnlessSuspends(said, corrects, state.suspensions);
        return [
          {
            type: 'transfer-case.suspension-recorded',
            occurredOn: said.from,
            data: { ...said, ...(corrects !== undefined && { corrects }) },
          },
        ];
      case 'none':
      case 'merged':
      case 'withdrawn':
        throw new CaseNotReady('record-suspension', state.stage);
    }
  };

type Said = Omit<Suspension, 'eventId'>;

function standingOf({ from }: Said, corrects: string | undefined, standing: readonly Suspension[]) {
  const replaced =
    standing.find((each) => each.from === from) ?? standing.find(({ eventId }) => eventId === corrects);
  if (replaced === undefined) return undefined;
  const { eventId, ...fact } = replaced;
  return { fact, eventId };
}

/** @throws FieldRefused when there are no days, a sum is missing or too many, or a day is suspended already. */
export function refuseUnlessSuspends(
  said: Said,
  corrects: string | undefined,
  standing: readonly Suspension[],
): void {
  refuseUnlessSound(said);
  refuseOverlap(said, corrects, standing);
}

function refuseUnlessSound({ from, until, paid, weeklyPence }: Said): void {
  refuseEmptyPeriod(from, until);
  if ((paid === 'reduced') !== (weeklyPence !== undefined)) {
    throw new FieldRefused(
      '/weekly',
      'not-a-reduction',
      'A weekly sum is given when the payment was reduced, and only then',
    );
  }
  if (weeklyPence !== undefined && weeklyPence < 0) {
    throw new FieldRefused('/weekly', 'below-zero', 'A weekly sum is zero or more');
  }
}

function refuseOverlap(said: Said, corrects: string | undefined, standing: readonly Suspension[]): void {
  const other = standing.find(
    (each) => each.eventId !== corrects && clip(each, { from: said.from, until: said.until }) !== undefined,
  );
  if (other !== undefined) {
    throw new FieldRefused(
      '/from',
      'overlaps',
      `A suspension is recorded for ${periodInWords(other)} already, and a day is suspended once`,
    );
  }
}
