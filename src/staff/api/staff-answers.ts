import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { Actor } from '../../kernel/event.js';
import { addDays, type PlainDate } from '../../kernel/plain-date.js';
import type { Access } from '../../platform/access/principal.js';
import { MoneyDto, moneyOf, type Money } from '../../platform/http/wire/money.dto.js';
import type { RightStage } from '../commands/vocabulary.js';
import {
  isHeldOn,
  wasGranted,
  type AccountWithRights,
  type StaffRightRow,
} from '../projections/staff-rights/staff-rights.query.js';

const STAGES = ['requested', 'granted', 'refused', 'ended'] as const satisfies readonly RightStage[];

/** A right of a member of staff in your organisation. */
export class RightAnswer {
  @ApiProperty({
    description: 'The reference that each event of an act under it names.',
    example: 'SM-7F3K92QD1M-2',
  })
  readonly grant!: string;

  @ApiProperty({ example: 'council-approver' })
  readonly role!: string;

  @ApiProperty({ enum: STAGES, example: 'granted' })
  readonly stage!: RightStage;

  @ApiProperty({ description: 'Whether it is there today.', example: true })
  readonly inForce!: boolean;

  @ApiProperty({ type: String, format: 'date', example: '2026-04-01' })
  readonly from!: PlainDate;

  @ApiPropertyOptional({
    type: String,
    format: 'date',
    description:
      'The last day; absent while no end is known. The day before the first one for what ended before it began.',
    example: '2027-03-31',
  })
  readonly lastDay?: PlainDate;

  @ApiPropertyOptional({ type: MoneyDto, description: 'Up to how much may be approved at once.' })
  readonly approvalLimit?: Money;

  @ApiPropertyOptional({ description: 'True for an approver without a limit.', example: true })
  readonly withoutApprovalLimit?: true;

  @ApiProperty({ example: 'joined-the-team' })
  readonly reason!: string;

  @ApiProperty({ description: 'The sign-in id of who asked for it, or the operator.', example: 'b0c4e1' })
  readonly requestedBy!: string;

  @ApiPropertyOptional({ description: 'As their token last said.', example: 'Leila Marchmont' })
  readonly requestedByName?: string;

  @ApiProperty({ type: String, format: 'date', example: '2026-03-27' })
  readonly requestedOn!: PlainDate;

  @ApiPropertyOptional({ description: 'The sign-in id of who granted or refused it.', example: 'd7712f' })
  readonly decidedBy?: string;

  @ApiPropertyOptional({ description: 'As their token last said.', example: 'Edmund Varley' })
  readonly decidedByName?: string;

  @ApiPropertyOptional({ type: String, format: 'date', example: '2026-03-30' })
  readonly decidedOn?: PlainDate;

  @ApiPropertyOptional({ description: 'The sign-in id of who ended it.', example: 'b0c4e1' })
  readonly endedBy?: string;

  @ApiPropertyOptional({ description: 'As their token last said.', example: 'Leila Marchmont' })
  readonly endedByName?: string;
}

/** A member of staff as your organisation knows them. */
export class StaffAnswer {
  @ApiProperty({ example: 'SM-7F3K92QD1M' })
  readonly staff!: string;

  @ApiProperty({ example: 'https://sign-in.example' })
  readonly issuer!: string;

  @ApiProperty({ description: 'Who it is at the issuer.', example: 'a94f20' })
  readonly subject!: string;

  @ApiPropertyOptional({
    description:
      'As the token last said; absent for who was never here, and until a right in your organisation was granted.',
    example: 'Ngozi Caldwell',
  })
  readonly name?: string;

  @ApiPropertyOptional({
    description:
      'The account that stands for the person. Told to the organisation that recorded it, and where a right was granted.',
    example: 'SM-3C9T5W8ZKH',
  })
  readonly samePersonAs?: string;

  @ApiProperty({
    type: [RightAnswer],
    description: 'In your organisation, the first that was asked for first.',
  })
  readonly rights!: readonly Readonly<RightAnswer>[];
}

/** The account that became known. */
export class StaffReference {
  @ApiProperty({ example: 'SM-7F3K92QD1M' })
  readonly staff!: string;
}

/** The right that was asked for, decided or ended. */
export class RightReference {
  @ApiProperty({ example: 'SM-7F3K92QD1M-2' })
  readonly grant!: string;

  @ApiProperty({ enum: STAGES, example: 'granted' })
  readonly stage!: RightStage;
}

/** A role that you have today. */
export class MyRoleAnswer {
  @ApiProperty({ example: 'council-approver' })
  readonly role!: string;

  @ApiPropertyOptional({
    description: 'The right that gives it; absent where roles are taken from tokens.',
    example: 'SM-7F3K92QD1M-2',
  })
  readonly grant?: string;

  @ApiPropertyOptional({
    type: MoneyDto,
    description: 'Up to how much you may approve at once; absent without a limit.',
  })
  readonly approvalLimit?: Money;
}

/** Who you are here today. */
export class MeAnswer {
  @ApiProperty({ example: 'https://sign-in.example' })
  readonly issuer!: string;

  @ApiProperty({ description: 'Who you are at the issuer.', example: 'a94f20' })
  readonly subject!: string;

  @ApiPropertyOptional({
    description: 'Your staff reference; absent where roles are taken from tokens.',
    example: 'SM-7F3K92QD1M',
  })
  readonly staff?: string;

  @ApiPropertyOptional({ example: 'Ngozi Caldwell' })
  readonly name?: string;

  @ApiProperty({ description: 'For which body you are here: GSS or ODS code.', example: 'E10000015' })
  readonly organisation!: string;

  @ApiProperty({
    type: String,
    format: 'date',
    description: 'The day that the roles are of.',
    example: '2026-11-26',
  })
  readonly today!: PlainDate;

  @ApiProperty({ type: [MyRoleAnswer] })
  readonly roles!: readonly Readonly<MyRoleAnswer>[];
}

export function meAnswer({ principal }: Access, today: PlainDate): Readonly<MeAnswer> {
  const { issuer, subject, staff, name, organisation, roles, grants } = principal;
  return {
    issuer,
    subject,
    ...(staff !== undefined && { staff }),
    ...(name !== undefined && { name }),
    organisation,
    today,
    roles: roles.map((role) => {
      const { grant, limitPence } = grants?.[role] ?? {};
      return {
        role,
        ...(grant !== undefined && { grant }),
        ...(limitPence !== undefined && { approvalLimit: moneyOf(limitPence) }),
      };
    }),
  };
}

/** @param names of the accounts, by the sign-in id */
export function staffAnswer(
  { account, rights }: AccountWithRights,
  names: ReadonlyMap<Actor['id'], string>,
  today: PlainDate,
): Readonly<StaffAnswer> {
  const { staff, issuer, signInId: subject, samePersonAs } = account;
  // A name is known by the rights of some organisation: one that gave none has typed a sign-in id, and is not told whose it is.
  const name = rights.some(wasGranted) ? names.get(subject) : undefined;
  return {
    staff,
    issuer,
    subject,
    ...(name !== undefined && { name }),
    ...(samePersonAs !== null && { samePersonAs }),
    rights: rights.map((right) => rightAnswer(right, names, today)),
  };
}

/** The sign-in ids of everybody whom an answer names: the account's own, and of whoever did something to its rights. */
export function namedIn({ account, rights }: AccountWithRights): readonly Actor['id'][] {
  const doers = rights.flatMap(({ requestedBy, decidedBy, endedBy }) => [requestedBy, decidedBy, endedBy]);
  return [account.signInId, ...doers.filter((id) => id !== null)];
}

function rightAnswer(
  right: StaffRightRow,
  names: ReadonlyMap<Actor['id'], string>,
  today: PlainDate,
): Readonly<RightAnswer> {
  const { grantRef: grant, role, stage, validFrom: from, validUntil, limitStated, limitPence } = right;
  const { reasonCode: reason, requestedBy, requestedOn, decidedBy, decidedOn, endedBy } = right;
  const nameAs = (field: 'requestedByName' | 'decidedByName' | 'endedByName', id: Actor['id']) => {
    const name = names.get(id);
    return name === undefined ? {} : { [field]: name };
  };
  return {
    grant,
    role,
    stage,
    inForce: isHeldOn(right, today),
    from,
    ...(validUntil !== null && { lastDay: addDays(validUntil, -1) }),
    ...(limitPence !== null && { approvalLimit: moneyOf(limitPence) }),
    ...(limitStated === false && { withoutApprovalLimit: true as const }),
    reason,
    requestedBy,
    ...nameAs('requestedByName', requestedBy),
    requestedOn,
    ...(decidedBy !== null && { decidedBy, ...nameAs('decidedByName', decidedBy) }),
    ...(decidedOn !== null && { decidedOn }),
    ...(endedBy !== null && { endedBy, ...nameAs('endedByName', endedBy) }),
  };
}
