import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Committed } from '../../platform/event-store/streams.js';
import type { CaseRecord } from '../domain/case-record.js';
import {
  recordFastTrack,
  type RecordFastTrackTerms,
} from '../domain/record-fast-track/record-fast-track.decision.js';
import { CaseCommand, CaseHandler, type Given } from './case-command.js';

/** Records when the Fast Track tool reached the NHS body. */
export class RecordFastTrack extends CaseCommand<Given<RecordFastTrackTerms>> {}

@CommandHandler(RecordFastTrack)
export class RecordFastTrackHandler
  extends CaseHandler
  implements ICommandHandler<RecordFastTrack, Committed<CaseRecord>>
{
  execute({ caseRef, terms, context, ifRevision }: RecordFastTrack): Promise<Committed<CaseRecord>> {
    return this.cases.decide(caseRef, recordFastTrack({ ...terms, today: this.today }), context, ifRevision);
  }
}
