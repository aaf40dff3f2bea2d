import fc, { type Arbitrary } from 'fast-check';
import type { Seeded } from '../chaos/seeded.js';
import type { Draft, FuzzedOperation, Parameter } from './draft.js';
import type { References } from './references.js';
import { placesIn, withValueAt, type Path, type Place, type Schema, type Schemas } from './schemas.js';
import { valuesOf, type Variety } from './values.js';

/** The header in which a command names the version that it was decided on. */
export const VERSION_HEADER = 'if-match';
export const KEY_HEADER = 'idempotency-key';

/** Parameters that have no values of their own: they come from answers, and what they do is tested where it is made. */
const FROM_ANSWERS = ['cursor', 'minPosition', 'minVersion'];
const MOST_SEED = 2 ** 31;

/** Makes requests that follow the description, on things that exist. */
export class Drafter {
  private readonly bodies = new Map<string, Arbitrary<unknown>>();

  constructor(
    private readonly schemas: Schemas,
    private readonly references: References,
  ) {}

  /** @param key names the command, so that no two requests are one */
  draft(
    operation: FuzzedOperation,
    random: Seeded,
    key: string,
    variety = random.pick<Variety>(['examples', 'examples', 'varied']),
  ): Draft {
    const inPlace = (place: Parameter['in']) => operation.parameters.filter((each) => each.in === place);
    const path = Object.fromEntries(inPlace('path').map((each) => [each.name, this.textFor(each, random)]));
    const query = inPlace('query')
      .filter(
        ({ name, required }) => required === true || (!FROM_ANSWERS.includes(name) && random.below(3) === 0),
      )
      .map((each) => [each.name, this.textFor(each, random)] as const);
    const names = inPlace('header').map(({ name }) => name.toLowerCase());
    return {
      operation,
      method: operation.method,
      path,
      query,
      headers: {
        ...(names.includes(VERSION_HEADER) && { [VERSION_HEADER]: this.versionFor(path) }),
        ...(names.includes(KEY_HEADER) && { [KEY_HEADER]: key }),
        ...(operation.body !== undefined && { 'content-type': operation.body.mediaType }),
      },
      ...(operation.body !== undefined && {
        body: this.bodyFor(operation.name, operation.body.schema, random, variety),
      }),
    };
  }

  /** Everything in the body of a draft that the description speaks of. */
  placesOf({ operation, body }: Draft): readonly Place[] {
    return operation.body === undefined || body === undefined
      ? []
      : placesIn(this.schemas, body, operation.body.schema);
  }

  private textFor({ name, schema }: Parameter, random: Seeded): string {
    return (
      this.references.pick(name, random) ?? String(sampleOf(valuesOf(this.schemas, schema, 'varied'), random))
    );
  }

  private versionFor(path: Draft['path']): string {
    const [reference = ''] = Object.values(path);
    return `W/"${this.references.version(reference) ?? 1}"`;
  }

  private bodyFor(name: string, schema: Schema, random: Seeded, variety: Variety): unknown {
    const known = `${name} ${variety}`;
    const values = this.bodies.get(known) ?? valuesOf(this.schemas, schema, variety);
    this.bodies.set(known, values);
    const body = sampleOf(values, random);
    if (typeof body === 'string') return this.withCasesThatExist(body, random);
    return placesIn(this.schemas, body, schema).reduce((whole, { path, value }) => {
      const reference = typeof value === 'string' ? this.references.pick(nameOf(path), random) : undefined;
      return reference === undefined ? whole : withValueAt(whole, path, reference);
    }, body);
  }

  /** A file names cases in its rows. */
  private withCasesThatExist(text: string, random: Seeded): string {
    const caseRef = this.references.pick('caseRef', random);
    return caseRef === undefined ? text : text.replaceAll(/TC-\w{10}/g, caseRef);
  }
}

const ALIASES: Readonly<Record<string, string>> = { into: 'caseRef', caseRefs: 'caseRef' };

/** The name under which what stands there is known, also where it is one of a list. */
function nameOf(path: Path): string {
  const name = String(path.findLast((step) => typeof step === 'string'));
  return ALIASES[name] ?? name;
}

function sampleOf<Value>(values: Arbitrary<Value>, random: Seeded): Value {
  const [value] = fc.sample(values, { seed: random.below(MOST_SEED), numRuns: 1 });
  return value as Value;
}
