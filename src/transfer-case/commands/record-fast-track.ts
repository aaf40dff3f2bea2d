import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Committed } from '../../platform/event-store/streams.js';
import type { CaseRecord } from '../domain/case-record.js';
import {
  recordFastTrack,
  type RecordFastTrackTerms,
} from '../domain/record-fast-track/record-fast-track.decision.js';
import { CaseCommand, type Given } from './case-command.js';
import { LiabilityHandler } from './liability-handler.js';

/** Records when the Fast Track tool reached the NHS body. */
export class RecordFastTrack extends CaseCommand<Given<RecordFastTrackTerms>> {}

@CommandHandler(RecordFastTrack)
export class RecordFastTrackHandler
  extends LiabilityHandler
  implements ICommandHandler<RecordFastTrack, Committed<CaseRecord>>
{
  execute({ caseRef, terms, context, ifRevision }: RecordFastTrack): Promise<Committed<CaseRecord>> {
    return this.decide(caseRef, recordFastTrack({ ...terms, today: this.today }), context, ifRevision);
  }
}
