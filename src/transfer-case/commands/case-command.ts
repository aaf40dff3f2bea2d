import { Inject, Injectable } from '@nestjs/common';
import { todayInLondon, type Clock } from '../../kernel/clock.js';
import type { PlainDate } from '../../kernel/plain-date.js';
import { CLOCK } from '../../platform/clock/clock.module.js';
import type { CommandContext } from '../../platform/event-store/command-context.js';
import { TransferCases } from './transfer-cases.js';

/** What is asked of a case, by whom, and on which version of it. */
export abstract class CaseCommand<Terms> {
  constructor(
    readonly caseRef: string,
    readonly terms: Terms,
    readonly context: CommandContext,
    /** The version that the caller saw; without it, a lost race is decided again. */
    readonly ifRevision?: number,
  ) {}
}

/** The terms that a caller gives: today comes from the clock. */
export type Given<Terms> = Omit<Terms, 'today'>;

/** What every handler of a case needs. */
@Injectable()
export abstract class CaseHandler {
  constructor(
    protected readonly cases: TransferCases,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  protected get today(): PlainDate {
    return todayInLondon(this.clock);
  }
}
