import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Clock } from '../../../kernel/clock.js';
import type { Principal } from '../../../platform/access/principal.js';
import { CLOCK } from '../../../platform/clock/clock.module.js';
import { Hourly } from '../../../platform/clock/hourly.js';
import { Problem } from '../../../platform/http/problems/problem.js';
import type { TypedValues } from '../../forms/form-field.js';

const KEPT_DAYS = 30;
const DAY_MS = 24 * 60 * 60 * 1000;
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** An alert that somebody has begun. */
export interface AlertDraft {
  /** Also the key under which it is sent, so that it raises one alert however often the button is pressed. */
  readonly draftId: string;
  readonly typed: TypedValues;
  readonly changedAt: Date;
}

interface DraftRow {
  readonly draft_id: string;
  readonly typed: TypedValues;
  readonly changed_at: Date;
}

/** Drafts are their owner's alone: of the person, and of the organisation for which they signed in. */
@Injectable()
export class AlertDrafts {
  constructor(
    private readonly database: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async begin({ issuer, subject, organisation }: Principal): Promise<string> {
    const draftId = randomUUID();
    await this.database.query(
      `INSERT INTO alert_draft (draft_id, issuer, subject, organisation, typed, begun_at, changed_at)
       VALUES ($1, $2, $3, $4, '{}', $5, $5)`,
      [draftId, issuer, subject, organisation, this.clock.now()],
    );
    return draftId;
  }

  /** The newest first. */
  async of({ issuer, subject, organisation }: Principal): Promise<readonly AlertDraft[]> {
    const rows = await this.database.query<DraftRow[]>(
      `SELECT draft_id, typed, changed_at FROM alert_draft
       WHERE issuer = $1 AND subject = $2 AND organisation = $3 ORDER BY changed_at DESC`,
      [issuer, subject, organisation],
    );
    return rows.map(draftOf);
  }

  /** Nothing for somebody else's, or one that was sent. */
  private async find(
    { issuer, subject, organisation }: Principal,
    draftId: string,
  ): Promise<AlertDraft | undefined> {
    if (!UUID.test(draftId)) return undefined;
    const [row] = await this.database.query<DraftRow[]>(
      `SELECT draft_id, typed, changed_at FROM alert_draft
       WHERE draft_id = $1 AND issuer = $2 AND subject = $3 AND organisation = $4`,
      [draftId, issuer, subject, organisation],
    );
    return row && draftOf(row);
  }

  /** @throws Problem `not-found` for a draft that is not the person's own, or was sent. */
  async get(principal: Principal, draftId: string): Promise<AlertDraft> {
    const draft = await this.find(principal, draftId);
    if (draft === undefined) throw new Problem('not-found', 'You have no such draft: perhaps it was sent.');
    return draft;
  }

  async keep(
    { issuer, subject, organisation }: Principal,
    draftId: string,
    typed: TypedValues,
  ): Promise<void> {
    await this.database.query(
      `UPDATE alert_draft SET typed = $5, changed_at = $6
       WHERE draft_id = $1 AND issuer = $2 AND subject = $3 AND organisation = $4`,
      [draftId, issuer, subject, organisation, JSON.stringify(typed), this.clock.now()],
    );
  }

  async end({ issuer, subject, organisation }: Principal, draftId: string): Promise<void> {
    await this.database.query(
      `DELETE FROM alert_draft WHERE draft_id = $1 AND issuer = $2 AND subject = $3 AND organisation = $4`,
      [draftId, issuer, subject, organisation],
    );
  }

  /** Removes what nobody went on with for thirty days. */
  async forgetOld(): Promise<void> {
    const before = new Date(this.clock.now().getTime() - KEPT_DAYS * DAY_MS);
    await this.database.query(`DELETE FROM alert_draft WHERE changed_at < $1`, [before]);
  }
}

function draftOf({ draft_id: draftId, typed, changed_at: changedAt }: DraftRow): AlertDraft {
  return { draftId, typed, changedAt };
}

/** Removes drafts that are left lying. */
@Injectable()
export class AlertDraftJanitor extends Hourly {
  constructor(private readonly drafts: AlertDrafts) {
    super('AlertDrafts', 'Old drafts of alerts could not be removed');
  }

  protected async work(): Promise<void> {
    await this.drafts.forgetOld();
  }
}
