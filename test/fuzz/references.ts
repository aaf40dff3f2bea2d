import type { Seeded } from '../chaos/seeded.js';

/** What is known to exist, by the name that parameters and fields have for it, and the version that each was last at. */
export class References {
  private readonly byName = new Map<string, string[]>();
  private readonly versions = new Map<string, number>();

  add(name: string, reference: string): void {
    const known = this.byName.get(name) ?? [];
    if (!known.includes(reference)) this.byName.set(name, [...known, reference]);
  }

  pick(name: string, random: Seeded): string | undefined {
    const [first, ...others] = this.byName.get(name) ?? [];
    return first === undefined ? undefined : random.pick([first, ...others]);
  }

  /** All that exist under the names. */
  all(...names: readonly string[]): readonly string[] {
    return names.flatMap((name) => this.byName.get(name) ?? []);
  }

  /** What was made new says where it is. */
  learnLocation(location: string): void {
    const [, collection = '', reference] = /^\/v1\/([\w-]+)\/([\w-]+)$/.exec(location) ?? [];
    const name = nameInCollection[collection];
    if (name !== undefined && reference !== undefined) this.add(name, reference);
  }

  version(reference: string): number | undefined {
    return this.versions.get(reference);
  }

  learnVersion(reference: string, version: number): void {
    this.versions.set(reference, version);
  }
}

const nameInCollection: Readonly<Record<string, string>> = {
  'transfer-cases': 'caseRef',
  recharges: 'rechargeRef',
  employments: 'employmentId',
  agreements: 'agreementId',
  people: 'personId',
  staff: 'staffRef',
};
