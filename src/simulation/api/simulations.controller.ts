import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { AgreementOptions } from '../../agreement/index.js';
import type { Actor } from '../../kernel/event.js';
import { RequiresRole } from '../../platform/access/access-rule.js';
import { CurrentActor } from '../../platform/access/current-actor.js';
import { ROLES } from '../../platform/access/roles.js';
import { WithoutIdempotencyKey } from '../../platform/http/idempotency/without-idempotency-key.js';
import { Simulations } from '../commands/simulations.js';
import { SimulationAnswer, simulationAnswer } from './simulation-answers.js';
import { SimulationDto } from './simulation-requests.js';

/** What cases would come to under another agreement. */
@ApiTags('Agreements')
@RequiresRole(...ROLES)
@WithoutIdempotencyKey()
@Controller('v1/simulations')
export class SimulationsController {
  constructor(private readonly simulations: Simulations) {}

  @Post()
  @HttpCode(200)
  @ApiOperation({
    summary: 'Work cases out under another agreement version or other options, beside what they come to now',
    description:
      'Every figure that an agreement can change, by the rules of the cases, with the differences. Nothing is stored, so it needs no Idempotency-Key.',
  })
  @ApiOkResponse({ type: SimulationAnswer })
  async simulate(
    @Body() { caseRefs, agreement, options }: SimulationDto,
    @CurrentActor() actor: Actor,
  ): Promise<Readonly<SimulationAnswer>> {
    const terms = { ...(agreement && { agreement }), ...(options && { options: named(options) }) };
    return simulationAnswer(await this.simulations.run(actor, caseRefs, terms));
  }
}

/** Reading a body leaves options that were not sent as undefined, which would take the place of those of the agreement. */
function named(options: Partial<AgreementOptions>): Partial<AgreementOptions> {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
}
