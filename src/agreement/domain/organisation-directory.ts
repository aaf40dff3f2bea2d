import { includes } from '../../kernel/period.js';
import { addDays, type PlainDate } from '../../kernel/plain-date.js';
import type {
  Organisation,
  OrganisationDirectory,
  OrganisationKind,
  PayableBy,
  Succession,
} from './organisation.js';
import { checkOrganisationRows } from './organisation-rows-check.js';
import type { OrganisationRows } from './organisation-rows.js';
import { payableBy } from './payable-by.js';

/**
 * Makes the directory of bodies from a loaded list.
 *
 * @throws InvalidValue when the list contradicts itself.
 */
export function createOrganisationDirectory(rows: OrganisationRows): OrganisationDirectory {
  checkOrganisationRows(rows);
  return new LoadedDirectory(rows);
}

class LoadedDirectory implements OrganisationDirectory {
  private readonly byCode: ReadonlyMap<string, Organisation>;
  private readonly successions: ReadonlyMap<string, Succession>;

  constructor(rows: OrganisationRows) {
    this.byCode = new Map(rows.organisations.map((organisation) => [organisation.code, organisation]));
    this.successions = new Map(rows.successions.map((succession) => [succession.from, succession]));
  }

  find(code: string): Organisation | undefined {
    return this.byCode.get(code);
  }

  isLegalOn(code: string, day: PlainDate): boolean {
    const organisation = this.find(code);
    return organisation !== undefined && includes(organisation.legal, day);
  }

  bodyOn(code: string, day: PlainDate): Organisation | undefined {
    const standing = this.chainOf(code).find((each) => this.isLegalOn(each, day));
    return standing === undefined ? undefined : this.find(standing);
  }

  successionsBetween(code: string, from: PlainDate, until: PlainDate): readonly PlainDate[] {
    const legal = this.chainOf(code).map((each) => this.find(each)?.legal);
    const days = new Set(
      legal.flatMap((each) => [each?.from, each?.until]).filter((day) => day !== undefined),
    );
    return [...days]
      .filter((day) => from < day && day < until)
      .filter((day) => this.bodyOn(code, day) !== this.bodyOn(code, addDays(day, -1)))
      .sort();
  }

  payableBy(code: string, documentDate: PlainDate): PayableBy {
    return payableBy(this, code, documentDate);
  }

  withPredecessors(code: string): readonly string[] {
    const found = new Set([code]);
    for (const each of found) {
      for (const { from } of this.successionsInto(each)) found.add(from);
    }
    return [...found];
  }

  successionOf(code: string): Succession | undefined {
    return this.successions.get(code);
  }

  successionsInto(code: string): readonly Succession[] {
    return [...this.successions.values()].filter(({ to }) => to.some((successor) => successor.code === code));
  }

  kindOn(code: string, day: PlainDate): OrganisationKind | undefined {
    const organisation = this.find(code);
    if (organisation === undefined) return /^E07\d{6}$/.test(code) ? 'district-council' : undefined;
    const succession = this.successionOf(code);
    const livesOnAsLocation =
      organisation.kind === 'clinical-commissioning-group' &&
      succession !== undefined &&
      succession.effectiveOn <= day &&
      succession.to.some((successor) => this.kindOfSuccessor(successor.code) === 'integrated-care-board');
    return livesOnAsLocation ? 'sub-icb-location' : organisation.kind;
  }

  all(): readonly Organisation[] {
    return [...this.byCode.values()].sort((a, b) => (a.code < b.code ? -1 : 1));
  }

  private kindOfSuccessor(code: string | undefined): OrganisationKind | undefined {
    return code === undefined ? undefined : this.find(code)?.kind;
  }

  /** The code, its successors and its predecessors, as far as no choice is needed. */
  private chainOf(code: string): readonly string[] {
    return [...this.forwardFrom(code), ...this.backFrom(code)];
  }

  /** The code and its successors, as long as there is exactly one at each step. */
  private forwardFrom(code: string): readonly string[] {
    const [successor, ...others] = this.successionOf(code)?.to ?? [];
    const goesOn = successor?.code !== undefined && others.length === 0;
    return goesOn ? [code, ...this.forwardFrom(successor.code)] : [code];
  }

  /** The code and its predecessors, as long as there is exactly one at each step. */
  private backFrom(code: string): readonly string[] {
    const [predecessor, ...others] = this.successionsInto(code);
    const goesOn = predecessor !== undefined && others.length === 0;
    return goesOn ? [code, ...this.backFrom(predecessor.from)] : [code];
  }
}
