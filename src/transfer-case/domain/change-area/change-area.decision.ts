import { refuseUnlessReference } from '../../../kernel/field-checks.js';
import type { PlainDate } from '../../../kernel/plain-date.js';
import { isRepeat } from '../already-recorded.js';
import type { CaseDecision } from '../case-decision.js';
import type { AreaChange } from '../case-record.js';
import { refuseUnlessNhsBody, type NamedBody } from '../raise-alert/named-body.js';
import { CaseNotReady } from '../stages.js';

export interface ChangeAreaTerms {
  /** The first day of the new body: the day of the GP registration, not of the move. */
  readonly from: PlainDate;
  readonly nhsBody: NamedBody;
  readonly reason: AreaChange['reason'];
  readonly documentReference: string;
  readonly corrects?: string;
}

/**
 * Another NHS body is responsible from a day on. Each body owes for its own days. Settling a dispute says which body it is,
 * whether or not that is another than before.
 *
 * @throws FieldRefused unless the body is an NHS body in law on that day and the document is named by a reference.
 * @throws AlreadyRecorded when another body follows from that day and the caller does not name its event.
 */
export const changeArea =
  ({ nhsBody, corrects, ...said }: ChangeAreaTerms): CaseDecision =>
  (state) => {
    if (state.stage === 'none' || state.stage === 'merged')
      throw new CaseNotReady('change-area', state.stage);
    const change = { ...said, nhsBody: nhsBody.code };
    if (
      isRepeat(
        'A change of area from this day',
        change,
        standingOf(change.from, corrects, state.areaChanges),
        corrects,
      )
    ) {
      return [];
    }
    refuseUnlessNhsBody('/nhsBody', nhsBody, said.from);
    refuseUnlessReference('/documentReference', said.documentReference);
    return [
      {
        type: 'transfer-case.area-changed',
        occurredOn: said.from,
        data: { ...change, ...(corrects !== undefined && { corrects }) },
      },
    ];
  };

function standingOf(from: PlainDate, corrects: string | undefined, standing: readonly AreaChange[]) {
  const replaced =
    standing.find((each) => each.from === from) ?? standing.find(({ eventId }) => eventId === corrects);
  if (replaced === undefined) return undefined;
  const { eventId, ...fact } = replaced;
  return { fact, eventId };
}
