import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { PlainDate } from '../../kernel/plain-date.js';
import type { ErasureAuthority } from '../domain/erase/erasure-check.js';

/** Where a request for the removal of a person's details stands. */
export const ERASURE_STATES = ['requested', 'approved', 'withdrawn', 'carried-out'] as const;

export interface ErasureRequest {
  readonly organisation: string;
  readonly requestId: string;
  readonly personId: string;
  readonly authority: ErasureAuthority;
  readonly reason: string;
  readonly careEndedOn: PlainDate | null;
  readonly requestedAt: Date;
  readonly requestedBy: string;
  /** The person behind the account, where it was known. */
  readonly requestedStaff: string | null;
  readonly approvedAt: Date | null;
  readonly approvedBy: string | null;
  /** From then on it is carried out. */
  readonly dueAt: Date | null;
  readonly withdrawnAt: Date | null;
  readonly carriedOutAt: Date | null;
}

const REQUEST = `select organisation, request_id as "requestId", person_id as "personId", authority, reason,
  care_ended_on as "careEndedOn", requested_at as "requestedAt", requested_by as "requestedBy",
  requested_staff as "requestedStaff",  approved_at as "approvedAt", approved_by as "approvedBy", due_at as "dueAt", withdrawn_at as "withdrawnAt",
  carried_out_at as "carriedOutAt" from people.erasure_request`;
const OPEN = 'withdrawn_at is null and carried_out_at is null';

/** The table of requests. What may be done to one is part of the statement, so that two at once cannot both do it. */
@Injectable()
export class ErasureRequests {
  constructor(readonly database: DataSource) {}

  async ofPerson(organisation: string, personId: string): Promise<readonly ErasureRequest[]> {
    return this.database.query<ErasureRequest[]>(
      `${REQUEST} where organisation = $1 and person_id = $2 order by requested_at desc, request_id`,
      [organisation, personId],
    );
  }

  async find(organisation: string, personId: string, requestId: string): Promise<ErasureRequest | undefined> {
    const requests = await this.ofPerson(organisation, personId);
    return requests.find((each) => each.requestId === requestId);
  }

  /** The approved ones whose time has come, of all organisations. */
  async due(now: Date): Promise<readonly ErasureRequest[]> {
    return this.database.query<ErasureRequest[]>(
      `${REQUEST} where ${OPEN} and due_at <= $1 order by due_at, request_id`,
      [now],
    );
  }

  /** @returns false when there is an open request already. */
  async add(
    manager: EntityManager,
    request: Omit<ErasureRequest, 'approvedAt' | 'approvedBy' | 'dueAt' | 'withdrawnAt' | 'carriedOutAt'>,
  ): Promise<boolean> {
    const { organisation, requestId, personId, authority, reason } = request;
    const rows = await manager.query<unknown[]>(
      `insert into people.erasure_request
         (organisation, request_id, person_id, authority, reason, care_ended_on, requested_at, requested_by,
          requested_staff)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict do nothing returning request_id`,
      [
        organisation,
        requestId,
        personId,
        authority,
        reason,
        request.careEndedOn,
        request.requestedAt,
        request.requestedBy,
        request.requestedStaff,
      ],
    );
    return rows.length > 0;
  }

  /** @returns false when it is not open to approval, or was requested by the same person. */
  async approve(
    manager: EntityManager,
    { organisation, requestId }: ErasureRequest,
    by: string,
    at: Date,
    dueAt: Date,
  ): Promise<boolean> {
    return this.changed(
      manager,
      `approved_at = $3, approved_by = $4, due_at = $5`,
      `approved_at is null and requested_by <> $4`,
      [organisation, requestId, at, by, dueAt],
    );
  }

  /** @returns false when it is not open any more. */
  async withdraw(
    manager: EntityManager,
    { organisation, requestId }: ErasureRequest,
    by: string,
    at: Date,
  ): Promise<boolean> {
    return this.changed(manager, 'withdrawn_at = $3, withdrawn_by = $4', 'true', [
      organisation,
      requestId,
      at,
      by,
    ]);
  }

  /** @returns false when it is not open any more. */
  async carryOut(
    manager: EntityManager,
    { organisation, requestId }: ErasureRequest,
    at: Date,
  ): Promise<boolean> {
    return this.changed(manager, 'carried_out_at = $3', 'approved_at is not null', [
      organisation,
      requestId,
      at,
    ]);
  }

  /** Holds an open request until the transaction ends, so that nobody withdraws it meanwhile. */
  async lockOpen(manager: EntityManager, { organisation, requestId }: ErasureRequest): Promise<boolean> {
    const rows = await manager.query<unknown[]>(
      `select 1 from people.erasure_request where organisation = $1 and request_id = $2 and ${OPEN} for update`,
      [organisation, requestId],
    );
    return rows.length > 0;
  }

  private async changed(
    manager: EntityManager,
    set: string,
    where: string,
    values: readonly unknown[],
  ): Promise<boolean> {
    const [, count] = await manager.query<[unknown, number]>(
      `update people.erasure_request set ${set} where organisation = $1 and request_id = $2 and ${OPEN} and ${where}`,
      [...values],
    );
    return count > 0;
  }
}
