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

/**
 * A directory whose list can be replaced as a whole.
 *
 * @throws InvalidValue when a list contradicts itself.
 */
export function loadedDirectory(rows: OrganisationRows): {
  readonly directory: OrganisationDirectory;
  readonly replace: (rows: OrganisationRows) => void;
} {
  checkOrganisationRows(rows);
  const directory = new LoadedDirectory(rows);
  const replace = (list: OrganisationRows) => {
    checkOrganisationRows(list);
    directory.goBy(list);
  };
  return { directory, replace };
}

class LoadedDirectory implements OrganisationDirectory {
  /** A body whose code has not been loaded is looked for too, and not found. */
  private byCode: ReadonlyMap<string | undefined, Organisation> = new Map();
  private successions: ReadonlyMap<string, Succession> = new Map();

  constructor(rows: OrganisationRows) {
    this.goBy(rows);
  }

  goBy(rows: OrganisationRows): void {
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
    return this.chainOf(code).find(({ legal }) => includes(legal, day));
  }

  successionsBetween(code: string, from: PlainDate, until: PlainDate): readonly PlainDate[] {
    const days = this.chainOf(code).flatMap(({ legal }) => [legal.from, legal.until ?? legal.from]);
    return [...new Set(days)]
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
      succession.to.some((successor) => this.byCode.get(successor.code)?.kind === 'integrated-care-board');
    return livesOnAsLocation ? 'sub-icb-location' : organisation.kind;
  }

  all(): readonly Organisation[] {
    return [...this.byCode.values()].sort((a, b) => (a.code < b.code ? -1 : 1));
  }

  /** The body, its successors and its predecessors, as far as no choice is needed; nothing for an unknown code. */
  private chainOf(code: string): readonly Organisation[] {
    return [...this.forwardFrom(code), ...this.backFrom(code)].flatMap((each) => this.find(each) ?? []);
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
