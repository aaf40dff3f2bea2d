import { Controller, Get, Inject } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { todayInLondon, type Clock } from '../../kernel/clock.js';
import type { Actor } from '../../kernel/event.js';
import { RequiresRole } from '../../platform/access/access-rule.js';
import { COLLEAGUES, type Colleagues } from '../../platform/access/colleagues.js';
import { CurrentActor } from '../../platform/access/current-actor.js';
import type { Role } from '../../platform/access/roles.js';
import { StaffDirectory } from '../../platform/access/staff-directory.js';
import { CLOCK } from '../../platform/clock/clock.module.js';

/** Somebody who works cases for your organisation. */
export class ColleagueAnswer {
  @ApiProperty({ description: 'The sign-in id, by which a case is assigned.', example: 'b0c4e1' })
  readonly id!: string;

  @ApiPropertyOptional({
    description: 'As their sign-in says it; absent until they have signed in.',
    example: 'Rosalind Ashdown',
  })
  readonly name?: string;
}

/** Those to whom you may assign a case. */
export class ColleaguesAnswer {
  @ApiProperty({
    type: [ColleagueAnswer],
    description: 'Yourself among them. By name; those who have not signed in yet come last.',
  })
  readonly items!: readonly Readonly<ColleagueAnswer>[];
}

/** Who works cases in your organisation, for those who hand them to one another. */
@ApiTags('Staff')
@RequiresRole('direct-payment-worker', 'phb-worker')
@Controller('v1/colleagues')
export class ColleaguesController {
  constructor(
    @Inject(COLLEAGUES) private readonly colleagues: Colleagues,
    private readonly directory: StaffDirectory,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @ApiOperation({
    summary: 'List those of your organisation who hold your role today',
    description: 'Each of them may be given a case.',
  })
  @ApiOkResponse({ type: ColleaguesAnswer })
  async list(@CurrentActor() { id: self, organisation, role }: Actor): Promise<Readonly<ColleaguesAnswer>> {
    const today = todayInLondon(this.clock);
    const ids = await this.colleagues.holding(role as Role, organisation, today);
    const all = [...new Set([...ids, self])];
    const names = await this.directory.nameOf(all);
    const known = all.flatMap((id) => {
      const name = names.get(id);
      return name === undefined ? [] : [{ id, name }];
    });
    const unknown = all.filter((id) => !names.has(id)).map((id) => ({ id }));
    return { items: [...known.toSorted((one, other) => one.name.localeCompare(other.name)), ...unknown] };
  }
}
