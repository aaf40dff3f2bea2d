import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../kernel/event.js';
import { FieldRefused } from '../../kernel/refusal.js';
import { record, wholeNumber } from '../../kernel/shape.js';
import { RequiresRole } from '../../platform/access/access-rule.js';
import { CurrentActor } from '../../platform/access/current-actor.js';
import { StaffDirectory } from '../../platform/access/staff-directory.js';
import { AccessLog } from '../../platform/access-log/access-log.js';
import { decodeCursor, encodeCursor } from '../../platform/http/paging/cursor.js';
import { AnswersPageOf } from '../../platform/http/paging/describe-page.js';
import { PageAnswer } from '../../platform/http/paging/page-answer.js';
import { AccessEntryAnswer, accessAnswer } from './people-answers.js';
import { AccessLogQuery } from './people-queries.dto.js';

const place = record({ before: wholeNumber });

/** Who saw whose details. */
@ApiTags('Audit')
@RequiresRole('auditor')
@Controller('v1/access-log')
export class AccessLogController {
  constructor(
    private readonly log: AccessLog,
    private readonly staff: StaffDirectory,
  ) {}

  @Get()
  @ApiOperation({
    summary: 'List who saw a person’s details, or whose details somebody saw, the newest first',
    description: 'The log of your own organisation. Name a person, a reader, or both.',
  })
  @AnswersPageOf(AccessEntryAnswer)
  async list(
    @Query() { person, reader, limit, cursor }: AccessLogQuery,
    @CurrentActor() { organisation }: Actor,
  ): Promise<PageAnswer<Readonly<AccessEntryAnswer>>> {
    if (person === undefined && reader === undefined)
      throw new FieldRefused('/person', 'person-or-reader', 'Name a person, a reader, or both');
    const filter = { ...(person !== undefined && { person }), ...(reader !== undefined && { reader }) };
    const before = cursor === undefined ? undefined : decodeCursor(cursor, place).before;
    const entries = await this.log.list(organisation, filter, limit + 1, before);
    const names = await this.staff.nameOf(entries.map(({ reader: id }) => id));
    return PageAnswer.of(
      entries.map((entry) => accessAnswer(entry, names)),
      limit,
      ({ ordinal }) => encodeCursor({ before: ordinal }),
    );
  }
}
