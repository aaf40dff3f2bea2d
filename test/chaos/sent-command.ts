/** A command as a client sent it, and what it knows of what came of it. */
export interface SentCommand {
  /** The id that the product gives the command, and stores beside each of its events. */
  readonly commandId: string;
  readonly description: string;
  /** `unknown` while no answer has come: it may have been done or not, but never in part and never twice. */
  outcome: 'unknown' | 'acknowledged' | 'refused';
  /** As the first answer said, where it was acknowledged. */
  caseRef?: string;
  revision?: number;
  position?: string;
  /** How often it was sent. */
  tries: number;
  /** True when a try of it got no answer. */
  wasUnknown: boolean;
}

/** All that the clients sent, and each thing that they saw which should not be. */
export class CommandLog {
  readonly sent: SentCommand[] = [];
  readonly faults: string[] = [];
  /** Tries that were told in good order that the product is not available now. */
  unavailable = 0;

  count(outcome: SentCommand['outcome']): number {
    return this.sent.filter((each) => each.outcome === outcome).length;
  }

  get everUnknown(): number {
    return this.sent.filter(({ wasUnknown }) => wasUnknown).length;
  }
}
