import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';

/** A person who uses the product. */
export class PersonAnswer {
  @ApiProperty({ description: 'The sign-in id.', example: 'b0c4e1' })
  readonly id!: string;

  @ApiPropertyOptional({ description: 'As their sign-in says it.', example: 'Anna Example' })
  readonly name?: string;
}

export function personAnswer(id: string, names: ReadonlyMap<string, string>): Readonly<PersonAnswer> {
  const name = names.get(id);
  return { id, ...(name !== undefined && { name }) };
}
