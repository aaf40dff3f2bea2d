import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { organisationDirectory } from '../../../agreement/index.js';
import type { Actor } from '../../../kernel/event.js';
import { CaseNotFound, TransferCases } from '../../../transfer-case/index.js';
import { BridgingRechargeLineRow } from './bridging-recharge-line.entity.js';
import { readAs } from '../../../platform/persistence/read-as.js';
import { rowsIn, type SubjectHistory } from '../../../platform/projections/projection.js';
import { BridgingRechargeRow } from './bridging-recharge.entity.js';
import { bridgingRechargeProjection } from './project.js';

export { bridgingRechargeProjection };
export type { BridgingRechargeLineRow, BridgingRechargeRow };

/** The live figure of a case with its lines, the first one first. */
export interface BridgingRechargeWithLines {
  readonly head: BridgingRechargeRow;
  readonly lines: readonly BridgingRechargeLineRow[];
}

/** What a history gives as the figure of its case; nothing before the alert. */
export function bridgingIn(history: SubjectHistory): BridgingRechargeWithLines | undefined {
  const [head] = rowsIn(bridgingRechargeProjection, BridgingRechargeRow, history);
  const lines = rowsIn(bridgingRechargeProjection, BridgingRechargeLineRow, history);
  return head && { head, lines };
}

/** The live bridging recharge of the cases that an organisation has a part in. */
@Injectable()
export class BridgingRechargeQuery {
  constructor(
    private readonly database: DataSource,
    private readonly cases: TransferCases,
  ) {}

  /** @throws CaseNotFound when there is none, or the actor's organisation has no part in it. */
  async get(actor: Actor, caseRef: string): Promise<BridgingRechargeWithLines> {
    await this.cases.get(caseRef, actor);
    // The two reads see one moment, so that the lines add up to the total.
    const own = organisationDirectory.withPredecessors(actor.organisation);
    return readAs(this.database, own, async (rows) => {
      const head = await rows.getRepository(BridgingRechargeRow).findOneBy({ caseRef });
      if (head === null) throw new CaseNotFound(caseRef);
      const lines = await rows
        .getRepository(BridgingRechargeLineRow)
        .find({ where: { caseRef }, order: { number: 'asc' } });
      return { head, lines };
    });
  }
}
