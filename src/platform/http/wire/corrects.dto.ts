import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsDefined, IsOptional, IsUUID, ValidateNested } from 'class-validator';
import { refuseUnlessReasonCode, refuseUnlessReference } from '../../../kernel/field-checks.js';
import type { CommandContext } from '../../event-store/command-context.js';
import { Code } from './fields.js';

/** What a body says of a correction: what it puts right, why, and what shows it. A field of it is `Corrects`. */
export class CorrectsDto {
  @ApiProperty({
    format: 'uuid',
    description: 'The id of the event that said it wrongly, as the reads show it.',
    example: '5a1d2c3e-7b64-8f20-9a31-4c5d6e7f8091',
  })
  @IsUUID()
  readonly eventId!: string;

  @Code('Why it was wrong, as a code in small letters with hyphens.', 'typing-error')
  readonly reasonCode!: string;

  @Code('The document that shows it, by its reference.', 'HCC-DOC-7781')
  readonly documentReference!: string;
}

/** The event that this one puts right, with why and what shows it. It may be left out unless it is `required`. */
export function Corrects({ required = false } = {}): PropertyDecorator {
  return applyDecorators(
    ApiProperty({
      type: CorrectsDto,
      required,
      description: 'What this puts right, why, and the document that shows it.',
    }),
    required ? IsDefined() : IsOptional(),
    ValidateNested(),
    Type(() => CorrectsDto),
  );
}

/**
 * The context of a command with why it puts something right, where its body says that it does.
 *
 * @throws FieldRefused for a reason that is no code or a document that is no reference.
 */
export function correcting(context: CommandContext, corrects: CorrectsDto | undefined): CommandContext {
  // A null in the body says nothing, as for every field that may be left out.
  if (!corrects) return context;
  const { reasonCode, documentReference } = corrects;
  refuseUnlessReasonCode('/corrects/reasonCode', reasonCode, 'typing-error');
  refuseUnlessReference('/corrects/documentReference', documentReference);
  return { ...context, correction: { reasonCode, documentReference } };
}
