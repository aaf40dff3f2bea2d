import { Inject, Injectable } from '@nestjs/common';
import type { PlainDate } from '../../kernel/plain-date.js';
import { EVENT_STORE, type EventStore } from '../../platform/event-store/event-store.js';
import { Streams } from '../../platform/event-store/streams.js';
import { agreement, boundTo, versionInForceOn, type Agreement } from '../domain/agreement.js';
import type { AgreementEvent } from '../domain/agreement.events.js';
import type { BoundAgreement } from '../domain/bound-agreement.js';
import { organisationDirectory } from '../domain/loaded-organisations.js';
import { partiesInOrder, type Parties } from '../domain/parties.js';
import { agreementIdOf } from './agreement-id.js';

/** The local agreements as their streams tell them. */
@Injectable()
export class Agreements {
  readonly streams: Streams<Agreement, AgreementEvent>;

  constructor(@Inject(EVENT_STORE) store: EventStore) {
    this.streams = new Streams(store, agreement);
  }

  /**
   * A version of the local agreement of two bodies, or of those that they took over from, that both sides signed; nothing when
   * there is none.
   */
  async signedVersion(
    { council, nhsBody }: Parties,
    { agreementId, version }: Pick<BoundAgreement, 'agreementId' | 'version'>,
  ): Promise<BoundAgreement | undefined> {
    const { state } = await this.streams.load(agreementId);
    if (state.stage === 'none') return undefined;
    const [councils, nhsBodies] = [council, nhsBody].map((code) =>
      organisationDirectory.withPredecessors(code),
    );
    if (!councils?.includes(state.council) || !nhsBodies?.includes(state.nhsBody)) return undefined;
    const found = state.versions.find((each) => each.version === version);
    return found?.status === 'in-force' || found?.status === 'superseded' ? boundTo(found) : undefined;
  }

  /**
   * The version of the local agreement that holds between two bodies on a day; nothing when there is none, or when the
   * agreements of several predecessors leave open which.
   *
   * @param council GSS code of the council, as it is or was
   * @param nhsBody ODS code of the NHS body, as it is or was
   */
  async inForce(council: string, nhsBody: string, day: PlainDate): Promise<BoundAgreement | undefined> {
    for (const candidates of partiesInOrder(organisationDirectory, { council, nhsBody }, day)) {
      const ids = new Set(candidates.map(agreementIdOf));
      const loaded = await Promise.all([...ids].map((id) => this.streams.load(id)));
      const inForce = loaded
        .map(({ state }) => versionInForceOn(state, day))
        .filter((each) => each !== undefined);
      const [found, ...others] = inForce;
      if (found !== undefined) return others.length === 0 ? boundTo(found) : undefined;
    }
    return undefined;
  }
}
