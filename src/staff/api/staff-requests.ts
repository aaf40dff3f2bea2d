import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsOptional, IsString, MaxLength, MinLength } from 'class-validator';
import type { PlainDate } from '../../kernel/plain-date.js';
import { ROLES, type Role } from '../../platform/access/roles.js';
import { PageQuery } from '../../platform/http/paging/page-query.dto.js';
import { Code, Day, OptionalDay, OptionalMoneyField } from '../../platform/http/wire/fields.js';
import type { MoneyDto } from '../../platform/http/wire/money.dto.js';

const LONGEST_ISSUER = 512;
const LONGEST_SUBJECT = 255;

/** Which members of staff to list. */
export class StaffQueryDto extends PageQuery {
  @ApiPropertyOptional({
    description: 'Only those for whom a right was requested that nobody has decided on.',
    enum: ['requested'],
    example: 'requested',
  })
  @IsOptional()
  @IsIn(['requested'])
  readonly right?: 'requested';
}

/** An account at the token issuer, as GET /v1/me shows it to its person, or as the refusal of who has no right names it. */
export class AccountDto {
  @ApiProperty({ description: 'The address of the token issuer.', example: 'https://sign-in.example' })
  @IsString()
  @MinLength(1)
  @MaxLength(LONGEST_ISSUER)
  readonly issuer!: string;

  @ApiProperty({ description: 'Who it is at the issuer: opaque, never a name.', example: 'b0c4e1' })
  @IsString()
  @MinLength(1)
  @MaxLength(LONGEST_SUBJECT)
  readonly subject!: string;
}

/** A right that an administrator asks for. */
export class RightRequestDto {
  @ApiProperty({ enum: ROLES, example: 'council-approver' })
  @IsIn(ROLES)
  readonly role!: Role;

  @Day('The first day with the right; today at the earliest.', '2035-04-02')
  readonly from!: PlainDate;

  @OptionalDay('The last day with the right; without it, it lasts until it is ended.', '2036-03-31')
  readonly lastDay?: PlainDate;

  @OptionalMoneyField('Up to how much an approver may approve at once. Only for approvers.')
  readonly approvalLimit?: MoneyDto;

  @ApiPropertyOptional({
    description: 'Yes for an approver without a limit: of an approver, one of the two has to be said.',
    example: true,
  })
  @IsOptional()
  @IsBoolean()
  readonly withoutApprovalLimit?: boolean;

  @Code('Why, as a code that names nobody, such as joined-the-team.', 'joined-the-team')
  readonly reason!: string;
}

/** Why a right is refused. */
export class RightRefusalDto {
  @Code('Why, as a code that names nobody, such as not-needed.', 'not-needed')
  readonly reason!: string;
}

/** The end of a right. */
export class RightEndDto {
  @OptionalDay('The last day with the right; without it, it ends at once.', '2035-12-31')
  readonly lastDay?: PlainDate;

  @Code('Why, as a code that names nobody, such as left-the-team.', 'left-the-team')
  readonly reason!: string;
}

/** Why it is not said any more that an account is another one of a person. */
export class SamePersonWithdrawalDto {
  @Code('Why, as a code that names nobody, such as recorded-by-mistake.', 'recorded-by-mistake')
  readonly reason!: string;
}

/** Why the sessions of an account are ended. */
export class SessionsEndDto {
  @Code('Why, as a code that names nobody, such as machine-lost.', 'machine-lost')
  readonly reason!: string;
}

/** Whose other account an account is. */
export class SamePersonDto {
  @ApiProperty({
    description: 'The reference of the account that stands for the person.',
    example: 'SM-3C9T5W8ZKH',
  })
  @IsString()
  @MaxLength(64)
  readonly samePersonAs!: string;

  @Code('Why, as a code that names nobody, such as second-account.', 'second-account')
  readonly reason!: string;
}
