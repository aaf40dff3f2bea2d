import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { HistoryEventAnswer } from '../../../audit/index.js';
import { InsideApi } from '../../../platform/http/inside/inside-api.js';
import { momentInWords } from '../../words/moments.js';
import { withBodiesNamed } from '../../words/named-bodies.js';

/** Something that was recorded, in words. */
export interface Change {
  readonly sentence: string;
  /** Who recorded it: the name, or the role where the name is not known. */
  readonly by: string;
  readonly organisation: string;
  readonly at: string;
}

/** The record as the API shows it now: a case, a PA's job or a recharge, by its reference. */
export interface ChangedRecord {
  readonly caseRef: string;
  readonly employmentId?: string;
  readonly rechargeRef?: string;
}

// More than one person does while another fills in a form.
const MOST = 50;

/** What was recorded on something after the version that a person saw. */
@Injectable()
export class ChangesSince {
  constructor(private readonly api: InsideApi) {}

  /** The newest first. Empty where the history has not caught up with them yet. */
  async of(request: FastifyRequest, record: ChangedRecord, version: number): Promise<readonly Change[]> {
    const { body } = await this.api.get<{ readonly items: readonly Readonly<HistoryEventAnswer>[] }>(
      request,
      `/v1/transfer-cases/${record.caseRef}/events?sort=-recordedAt&limit=${MOST}`,
    );
    return changesIn(body.items, record, version);
  }
}

/** @param version the one that the person saw; later events of the record are what was changed since */
export function changesIn(
  events: readonly Readonly<HistoryEventAnswer>[],
  { caseRef, employmentId, rechargeRef }: ChangedRecord,
  version: number,
): readonly Change[] {
  const reference = rechargeRef ?? employmentId ?? caseRef;
  return events
    .filter((event) => event.recordRef === reference && event.version > version)
    .map(({ sentence, actor, recordedAt }) => ({
      sentence: withBodiesNamed(sentence),
      by: actor.name ?? actor.id,
      organisation: actor.organisation,
      at: momentInWords(recordedAt),
    }));
}
