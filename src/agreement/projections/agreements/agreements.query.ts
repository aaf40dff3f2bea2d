import { Injectable } from '@nestjs/common';
import { And, DataSource, Equal, In, MoreThan, type FindOperator, type FindOptionsWhere } from 'typeorm';
import type { PlainDate } from '../../../kernel/plain-date.js';
import type { Actor } from '../../../kernel/event.js';
import { AgreementNotFound } from '../../domain/agreement-refusals.js';
import { organisationDirectory } from '../../domain/loaded-organisations.js';
import { AgreementVersionRow } from './agreement-version.entity.js';
import { readAs } from '../../../platform/persistence/read-as.js';
import { rowsIn, type SubjectHistory } from '../../../platform/projections/projection.js';
import { AgreementRow } from './agreement.entity.js';
import { agreementsProjection } from './project.js';

export { agreementsProjection };
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

/** An agreement as its history gives it; nothing before it was drafted. */
export function agreementIn(history: SubjectHistory): AgreementWithVersions | undefined {
  const [agreement] = rowsIn(agreementsProjection, AgreementRow, history);
  return agreement && { agreement, versions: rowsIn(agreementsProjection, AgreementVersionRow, history) };
}

/** The version that both sides had signed for a day, or nothing: it holds until the next one that they signed. */
export function versionOn(
  versions: readonly AgreementVersionRow[],
  day: PlainDate,
): AgreementVersionRow | undefined {
  return versions.findLast(
    ({ status, inForceFrom, inForceUntil }) =>
      (status === 'in-force' || status === 'superseded') &&
      inForceFrom <= day &&
      (inForceUntil === null || day < inForceUntil),
  );
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
    return readAs(this.database, bodiesOf(actor), (rows) =>
      rows.getRepository(AgreementRow).find({
        where: visibleTo(actor, { ...filter, agreementId: MoreThan(afterId) }),
        order: { agreementId: 'asc' },
        take: limit,
      }),
    );
  }

  /** @throws AgreementNotFound when there is none, or the actor's organisation is no party to it. */
  async get(actor: Actor, agreementId: string): Promise<AgreementWithVersions> {
    // The two reads see one moment, so that the versions fit the revision that the answer is tagged with.
    return readAs(this.database, bodiesOf(actor), async (rows) => {
      const where = visibleTo(actor, { agreementId });
      const agreement = await rows.getRepository(AgreementRow).findOne({ where });
      if (agreement === null) throw new AgreementNotFound(agreementId);
      const versions = await rows
        .getRepository(AgreementVersionRow)
        .find({ where: { agreementId }, order: { version: 'asc' } });
      return { agreement, versions };
    });
  }
}

function bodiesOf({ organisation }: Actor): readonly string[] {
  return organisationDirectory.withPredecessors(organisation);
}

function visibleTo(
  actor: Actor,
  {
    council,
    nhsBody,
    agreementId,
  }: AgreementFilter & { readonly agreementId: string | FindOperator<string> },
): FindOptionsWhere<AgreementRow>[] {
  const own = In(bodiesOf(actor));
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
