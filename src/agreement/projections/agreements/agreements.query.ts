import { Injectable } from '@nestjs/common';
import { And, DataSource, Equal, In, MoreThan, type FindOperator, type FindOptionsWhere } from 'typeorm';
import type { Actor } from '../../../kernel/event.js';
import { AgreementNotFound } from '../../domain/agreement-refusals.js';
import { organisationDirectory } from '../../domain/loaded-organisations.js';
import { AgreementVersionRow } from './agreement-version.entity.js';
import { AgreementRow } from './agreement.entity.js';

export type { AgreementRow, AgreementVersionRow };

/** An agreement with its versions, the first one first. */
export interface AgreementWithVersions {
  readonly agreement: AgreementRow;
  readonly versions: readonly AgreementVersionRow[];
}

export interface AgreementFilter {
  readonly council?: string;
  readonly nhsBody?: string;
}

/** The local agreements that an organisation is a party to, itself or through a body that it took over from. */
@Injectable()
export class AgreementsQuery {
  constructor(private readonly database: DataSource) {}

  /** Up to `limit` agreements in the order of their ids, from the one after `afterId`. */
  async list(
    actor: Actor,
    filter: AgreementFilter,
    limit: number,
    afterId = '',
  ): Promise<readonly AgreementRow[]> {
    return this.database.getRepository(AgreementRow).find({
      where: visibleTo(actor, { ...filter, agreementId: MoreThan(afterId) }),
      order: { agreementId: 'asc' },
      take: limit,
    });
  }

  /** @throws AgreementNotFound when there is none, or the actor's organisation is no party to it. */
  async get(actor: Actor, agreementId: string): Promise<AgreementWithVersions> {
    // The two reads see one moment, so that the versions fit the revision that the answer is tagged with.
    return this.database.transaction('REPEATABLE READ', async (moment) => {
      const where = visibleTo(actor, { agreementId });
      const agreement = await moment.getRepository(AgreementRow).findOne({ where });
      if (agreement === null) throw new AgreementNotFound(agreementId);
      const versions = await moment
        .getRepository(AgreementVersionRow)
        .find({ where: { agreementId }, order: { version: 'asc' } });
      return { agreement, versions };
    });
  }
}

function visibleTo(
  { organisation }: Actor,
  {
    council,
    nhsBody,
    agreementId,
  }: AgreementFilter & { readonly agreementId: string | FindOperator<string> },
): FindOptionsWhere<AgreementRow>[] {
  const own = In(organisationDirectory.withPredecessors(organisation));
  const named = {
    agreementId,
    ...(council !== undefined && { council }),
    ...(nhsBody !== undefined && { nhsBody }),
  };
  return [
    { ...named, council: council === undefined ? own : And(own, Equal(council)) },
    { ...named, nhsBody: nhsBody === undefined ? own : And(own, Equal(nhsBody)) },
  ];
}
