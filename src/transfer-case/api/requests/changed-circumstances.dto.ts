import type { PlainDate } from '../../../kernel/plain-date.js';
import { IsUUID } from 'class-validator';
import { ApiProperty } from '@nestjs/swagger';
import { Code, Day } from '../../../platform/http/wire/fields.js';
import { Corrects } from './corrects.js';

/** The person died. */
export class DeathDto {
  @Day('The day of death, which is still paid for.', '2024-05-07')
  readonly diedOn!: PlainDate;

  @Corrects()
  readonly corrects?: string;
}

/** A death was recorded in error. */
export class DeathRetractionDto {
  @ApiProperty({
    format: 'uuid',
    description: 'The id of the event that recorded the death, as the case shows it.',
    example: '5a1d2c3e-7b64-8f20-9a31-4c5d6e7f8091',
  })
  @IsUUID()
  readonly corrects!: string;

  @Code('Why, as a code.', 'wrong-person')
  readonly reasonCode!: string;
}

/** The person does not want NHS Continuing Healthcare. */
export class ChcRefusalDto {
  @Day('The first day for which the person does not want it.', '2024-05-13')
  readonly declinedFrom!: PlainDate;

  @Code('The letter or record in which the person said so.', 'LETTER-2024-118')
  readonly documentReference!: string;

  @Corrects()
  readonly corrects?: string;
}
