import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandContext } from '../../platform/event-store/command-context.js';
import type { Committed } from '../../platform/event-store/streams.js';
import type { Employment } from '../domain/employment.js';
import {
  shareRedundancy,
  type SharingApproval,
} from '../domain/share-redundancy/share-redundancy.decision.js';
import { Employments, type Target } from './employments.js';

/** Records that the parties share a redundancy. The shares follow from the streams of the employment and of its case. */
export class ShareRedundancy {
  constructor(
    readonly target: Target,
    readonly approval: SharingApproval,
    readonly context: CommandContext,
  ) {}
}

@CommandHandler(ShareRedundancy)
export class ShareRedundancyHandler implements ICommandHandler<ShareRedundancy, Committed<Employment>> {
  constructor(private readonly employments: Employments) {}

  async execute({ target, approval, context }: ShareRedundancy): Promise<Committed<Employment>> {
    const employment = await this.employments.get(target.employmentId, context.actor);
    const setting = await this.employments.settingOf(employment, context.actor);
    return this.employments.transact(target, shareRedundancy(approval, setting), context);
  }
}
