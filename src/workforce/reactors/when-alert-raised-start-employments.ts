import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { Recorded } from '../../kernel/event.js';
import type { CommandContext } from '../../platform/event-store/command-context.js';
import type { Reactor } from '../../platform/reactors/reactor.js';
import type { TransferCaseFact } from '../../transfer-case/index.js';
import { StartEmployment } from '../commands/start-employment.js';

type AlertRaised = TransferCaseFact<'transfer-case.alert-raised'>;

/**
 * The PAs of an alert are employments from then on. Who funded them is not in the alert, and is not assumed: the figures
 * that need it wait until the council records it.
 */
@Injectable()
export class WhenAlertRaisedStartEmployments implements Reactor<AlertRaised> {
  // Never change it: it keys what has been done.
  readonly name = 'when-alert-raised-start-employments';
  readonly reactsTo = ['transfer-case.alert-raised'] as const;

  constructor(private readonly commands: CommandBus) {}

  async react(
    { event }: Recorded<AlertRaised>,
    contextFor: (index: number) => CommandContext,
  ): Promise<void> {
    const { caseRef, assistants } = event.data;
    for (const [index, assistant] of assistants.entries()) {
      await this.commands.execute(new StartEmployment({ caseRef, ...assistant }, contextFor(index)));
    }
  }
}
