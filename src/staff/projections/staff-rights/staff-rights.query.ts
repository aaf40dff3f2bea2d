import { Injectable } from '@nestjs/common';
import { DataSource, In, MoreThan, type FindOptionsWhere } from 'typeorm';
import type { PlainDate } from '../../../kernel/plain-date.js';
import type { ColleaguesOnRecord } from '../../../platform/access/colleagues.js';
import { readAs } from '../../../platform/persistence/read-as.js';
import { ADMINISTRATOR, wasGranted, type RightStage } from '../../domain/staff-member.js';
import { StaffNotFound } from '../../domain/staff-refusals.js';
import { StaffAccountRow } from './staff-account.entity.js';
import { StaffRightRow } from './staff-right.entity.js';

export { wasGranted };
export type { StaffAccountRow } from './staff-account.entity.js';
export type { StaffRightRow } from './staff-right.entity.js';

/** An account with its rights in one organisation, the first that was asked for first. */
export interface AccountWithRights {
  readonly account: StaffAccountRow;
  readonly rights: readonly StaffRightRow[];
}

/** Which accounts to list. */
export interface WantedAccounts {
  readonly limit: number;
  /** From the one after this reference. */
  readonly afterStaff?: string;
  /** Only those with a right that has come this far and no further. */
  readonly withRight?: RightStage;
}

/** Who may do what in an organisation. Nothing of another one is ever among it. */
@Injectable()
export class StaffRightsQuery implements ColleaguesOnRecord {
  constructor(private readonly database: DataSource) {}

  /** Accounts in the order of their references, each with all of its rights. */
  async list(organisation: string, wanted: WantedAccounts): Promise<readonly AccountWithRights[]> {
    const { limit, afterStaff = '', withRight } = wanted;
    const after = MoreThan(afterStaff);
    if (withRight === undefined) return this.find({ organisation, staff: after }, limit);
    const rights = await readAs(this.database, [organisation], (rows) =>
      rows.getRepository(StaffRightRow).find({
        select: { staff: true, grantRef: true },
        where: { organisation, stage: withRight, staff: after },
      }),
    );
    if (rights.length === 0) return [];
    return this.find({ organisation, staff: In([...new Set(rights.map(({ staff }) => staff))]) }, limit);
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
  return wasGranted({ stage }) && validFrom <= day && (validUntil === null || day < validUntil);
}
