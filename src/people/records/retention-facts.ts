import { Injectable } from '@nestjs/common';
import { optionsOfCase } from '../../agreement/index.js';
import { caseTraces } from '../../audit/index.js';
import type { PlainDate } from '../../kernel/plain-date.js';
import { casesNaming, type CaseNaming } from '../../transfer-case/index.js';
import type { RetentionClass } from '../domain/retention/retention.js';
import { PeopleTable } from './people-table.js';
import { RetentionPolicies } from './retention-policies.js';

/** What is known of how long a person's details are kept. */
export interface KnownRetention {
  readonly cases: readonly CaseNaming[];
  readonly classes: readonly RetentionClass[];
  readonly lastUsedOn: PlainDate;
}

/** Gathers what the retention of a person's details rests on: the organisation's class, and the cases with their agreements. */
@Injectable()
export class RetentionFacts {
  constructor(
    private readonly people: PeopleTable,
    private readonly policies: RetentionPolicies,
  ) {}

  /** @param changedOn the day on which the details were last recorded or put right */
  async of(organisation: string, personId: string, changedOn: PlainDate): Promise<KnownRetention> {
    const { database } = this.people;
    const cases = await casesNaming(database, organisation, personId);
    const caseRefs = cases.map(({ caseRef }) => caseRef);
    const traces = await caseTraces(database, organisation, caseRefs);
    const { retentionClass } = await this.policies.of(organisation);
    const agreed = traces.map(({ agreement }) => optionsOfCase(agreement).retentionClass);
    const uses = traces.map(({ lastRecordedOn }) => lastRecordedOn);
    return {
      cases,
      classes: [...new Set([retentionClass, ...agreed])],
      lastUsedOn: [changedOn, ...uses].reduce((latest, day) => (day > latest ? day : latest)),
    };
  }
}
