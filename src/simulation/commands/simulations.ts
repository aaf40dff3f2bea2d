import { Injectable } from '@nestjs/common';
import {
  AgreementsQuery,
  completeOptions,
  optionsOfCase,
  LEGAL_VEHICLES,
  type AgreementOptions,
  type AgreementVersionRow,
  type BoundAgreement,
} from '../../agreement/index.js';
import type { Actor } from '../../kernel/event.js';
import { FieldRefused } from '../../kernel/refusal.js';
import { CurrentHistories } from '../../platform/projections/current-histories.js';
import { TransferCases, type CaseAgreement } from '../../transfer-case/index.js';
import {
  comparedFigures,
  comparedTotals,
  type ComparedFigure,
  type ComparedTotal,
} from '../domain/compared-figures.js';
import { figuresOf, figuresUnder } from './figures-under.js';

/** The projection that keeps the list of the streams of a case and its employments. */
const OF_CASES = 'bridging-recharge';
const LATE = 'The list of the employments of the cases is not up to date yet';

/** The name that stands in explanations where no agreement that was signed stands behind the options. */
const SIMULATED = 'simulation';

/** What is tried: a version of an agreement, with other values of some options where any are named. */
export interface SimulatedTerms {
  readonly agreement?: { readonly agreementId: string; readonly version: number };
  readonly options?: Partial<AgreementOptions>;
}

/** One case under both. */
export interface SimulatedCase {
  readonly caseRef: string;
  /** The version that the case keeps; absent while it is bound to none and goes by the defaults. */
  readonly boundTo?: Pick<CaseAgreement, 'agreementId' | 'version'>;
  readonly figures: readonly ComparedFigure[];
}

export interface Simulation {
  readonly cases: readonly SimulatedCase[];
  readonly totals: readonly ComparedTotal[];
}

/** Works cases out under another agreement than theirs. It reads, and stores nothing. */
@Injectable()
export class Simulations {
  constructor(
    private readonly cases: TransferCases,
    private readonly agreements: AgreementsQuery,
    private readonly histories: CurrentHistories,
  ) {}

  /**
   * @throws CaseNotFound, AgreementNotFound for what is not there or not the actor's to see.
   * @throws FieldRefused when nothing is tried, the version is not there, or an option is outside its limits.
   */
  async run(actor: Actor, caseRefs: readonly string[], terms: SimulatedTerms): Promise<Simulation> {
    if (terms.agreement === undefined && Object.keys(terms.options ?? {}).length === 0)
      throw new FieldRefused(
        '/options',
        'nothing-to-simulate',
        'Name an agreement version or an option to try',
      );
    const version = await this.versionOf(actor, terms);
    const bound = new Map<string, CaseAgreement | undefined>();
    for (const caseRef of caseRefs)
      bound.set(caseRef, (await this.cases.get(caseRef, actor)).state.agreement);
    const histories = await this.histories.of(OF_CASES, [...bound.keys()], LATE);
    const cases = histories.map((history): SimulatedCase => {
      const agreement = bound.get(history.subject);
      const tried = agreementOf(version, agreement, terms.options ?? {});
      return {
        caseRef: history.subject,
        ...(agreement && { boundTo: { agreementId: agreement.agreementId, version: agreement.version } }),
        figures: comparedFigures(figuresOf(history), figuresUnder(history, tried)),
      };
    });
    return { cases, totals: comparedTotals(cases.flatMap(({ figures }) => figures)) };
  }

  private async versionOf(
    actor: Actor,
    { agreement }: SimulatedTerms,
  ): Promise<AgreementVersionRow | undefined> {
    if (agreement === undefined) return undefined;
    const { versions } = await this.agreements.get(actor, agreement.agreementId);
    const found = versions.find(({ version }) => version === agreement.version);
    if (found !== undefined) return found;
    throw new FieldRefused(
      '/agreement/version',
      'no-such-version',
      `Agreement ${agreement.agreementId} has no version ${agreement.version}`,
    );
  }
}

/** The agreement to work a case out under: the version that is tried, or the case's own, with the options that are tried. */
function agreementOf(
  version: AgreementVersionRow | undefined,
  bound: CaseAgreement | undefined,
  options: Partial<AgreementOptions>,
): BoundAgreement {
  const tried = version ?? bound;
  const legalVehicle = LEGAL_VEHICLES.find((each) => each === tried?.legalVehicle) ?? LEGAL_VEHICLES[0];
  const complete = completeOptions(options, version?.options ?? optionsOfCase(bound));
  return version !== undefined && Object.keys(options).length === 0
    ? { agreementId: version.agreementId, version: version.version, legalVehicle, options: complete }
    : { agreementId: SIMULATED, version: 0, legalVehicle, options: complete };
}
