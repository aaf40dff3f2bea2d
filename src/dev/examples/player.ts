import { derivedId } from '../../platform/event-store/derived-id.js';
import type { ApiAnswer, ApiClient } from './api-client.js';

/** Sends the commands on one resource one after the other, each with the version that the one before left. */
export class Player {
  constructor(
    private readonly api: ApiClient,
    /** Names this resource in the keys of its commands, so that a journey can be played again from its start. */
    private readonly name: string,
    readonly path: string,
    private version: number | undefined,
  ) {}

  /** Looks up the version, after something else than this player changed the resource. */
  async catchUp(as: string): Promise<void> {
    this.version = (await this.api.get(as, this.path)).version;
  }

  /** Sends what happened, as one of the example users. */
  async send<Body = Record<string, unknown>>(
    as: string,
    step: string,
    body: unknown,
  ): Promise<ApiAnswer<Body>> {
    const answer = await this.api.command<Body>({
      as,
      path: `${this.path}/${step}`,
      body,
      version: this.version,
      key: derivedId('example', this.name, step, JSON.stringify(body)),
    });
    this.version = answer.version;
    return answer;
  }
}

export const pounds = (amount: string): { readonly amount: string; readonly currency: 'GBP' } => ({
  amount,
  currency: 'GBP',
});
