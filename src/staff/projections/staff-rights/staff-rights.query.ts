import { Injectable } from '@nestjs/common';
import { DataSource, In, MoreThan, type FindOptionsWhere } from 'typeorm';
import type { PlainDate } from '../../../kernel/plain-date.js';
import type { ColleaguesOnRecord } from '../../../platform/access/colleagues.js';
import { readAs } from '../../../platform/persistence/read-as.js';
import { ADMINISTRATOR } from '../../domain/staff-member.js';
import { StaffNotFound } from '../../domain/staff-refusals.js';
import { StaffAccountRow } from './staff-account.entity.js';
import { StaffRightRow } from './staff-right.entity.js';

export type { StaffAccountRow } from './staff-account.entity.js';
export type { StaffRightRow } from './staff-right.entity.js';

/** An account with its rights in one organisation, the first that was asked for first. */
export interface AccountWithRights {
  readonly account: StaffAccountRow;
  readonly rights: readonly StaffRightRow[];
}

/** Who may do what in an organisation. Nothing of another one is ever among it. */
@Injectable()
export class StaffRightsQuery implements ColleaguesOnRecord {
  constructor(private readonly database: DataSource) {}

  /** Up to `limit` accounts in the order of their references, from the one after `afterStaff`. */
  async list(organisation: string, limit: number, afterStaff = ''): Promise<readonly AccountWithRights[]> {
    return this.find({ organisation, staff: MoreThan(afterStaff) }, limit);
  }

  /** @throws StaffNotFound when there is no such account, or the organisation does not know it. */
  async get(organisation: string, staff: string): Promise<AccountWithRights> {
    const [found] = await this.find({ organisation, staff });
    if (found === undefined) throw new StaffNotFound();
    return found;
  }

  /** How many administrators an organisation has on a day who can sign in at an issuer: accounts of another one cannot. */
  async countAdministrators(organisation: string, issuer: string, day: PlainDate): Promise<number> {
    const found = await this.find({ organisation, issuer });
    return found.filter(({ rights }) => rights.some(isHolding(ADMINISTRATOR, day))).length;
  }

  /** The sign-in ids of those who hold a role in an organisation on a day, of the accounts at one issuer. */
  async holding(
    role: string,
    organisation: string,
    day: PlainDate,
    issuer: string,
  ): Promise<readonly string[]> {
    const found = await this.find({ organisation, issuer });
    return found
      .filter(({ rights }) => rights.some(isHolding(role, day)))
      .map(({ account }) => account.signInId)
      .toSorted();
  }

  private async find(
    where: FindOptionsWhere<StaffAccountRow> & { readonly organisation: string },
    limit?: number,
  ): Promise<readonly AccountWithRights[]> {
    const { organisation } = where;
    return readAs(this.database, [organisation], async (rows) => {
      const order = { staff: 'asc' } as const;
      const accounts = await rows
        .getRepository(StaffAccountRow)
        .find({ where, order, ...(limit !== undefined && { take: limit }) });
      if (accounts.length === 0) return [];
      const rights = await rows.getRepository(StaffRightRow).find({
        where: { organisation, staff: In(accounts.map(({ staff }) => staff)) },
        order: { staff: 'asc', ordinal: 'asc' },
      });
      return accounts.map((account) => ({
        account,
        rights: rights.filter(({ staff }) => staff === account.staff),
      }));
    });
  }
}

const isHolding = (role: string, day: PlainDate) => (right: StaffRightRow) =>
  right.role === role && isHeldOn(right, day);

/** True when the right is there on the day. */
export function isHeldOn({ stage, validFrom, validUntil }: StaffRightRow, day: PlainDate): boolean {
  if (stage === 'requested' || stage === 'refused') return false;
  return validFrom <= day && (validUntil === null || day < validUntil);
}
