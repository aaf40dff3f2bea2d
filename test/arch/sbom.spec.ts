import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from '@jest/globals';

interface Locked {
  readonly version?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}
interface Bill {
  readonly bomFormat: string;
  readonly components: readonly { readonly 'bom-ref': string; readonly hashes?: readonly object[] }[];
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn: readonly string[] }[];
}

const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
  packages: Readonly<Record<string, Locked>>;
};

/** Where Node finds a package that one at a path asks for: beside it, or on the way up. */
function placeOf(name: string, from: string): string | undefined {
  for (let at: string | undefined = from; at !== undefined; at = above(at)) {
    const place = `${at === '' ? '' : `${at}/`}node_modules/${name}`;
    if (place in packages) return place;
  }
  return undefined;
}

function above(path: string): string | undefined {
  if (path === '') return undefined;
  return path.slice(0, Math.max(0, path.lastIndexOf('/node_modules/')));
}

/** Every package that the dependencies of the product lead to, as the lock file has them, and none by a mark of its own. */
function installed(): ReadonlySet<string> {
  const seen = new Set<string>();
  const open = [''];
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    const { dependencies, optionalDependencies } = packages[path] ?? {};
    for (const name of Object.keys({ ...dependencies, ...optionalDependencies })) {
      const place = placeOf(name, path);
      if (place === undefined || seen.has(place)) continue;
      seen.add(place);
      open.push(place);
    }
  }
  return new Set(
    [...seen].map((place) => `${place.split('node_modules/').at(-1)}@${packages[place]?.version}`),
  );
}

describe('The bill of materials', () => {
  let bill: Bill;
  beforeAll(() => {
    const made = execFileSync(process.execPath, ['.setup/sbom.mjs'], {
      encoding: 'utf8',
      maxBuffer: 2 ** 26,
    });
    bill = JSON.parse(made) as Bill;
  }, 60_000);

  it('has everything that an installation runs, each with its hash, and nothing that is for development alone', () => {
    expect(bill.bomFormat).toBe('CycloneDX');
    const named = bill.components.map((each) => each['bom-ref']);
    expect([...named].sort()).toEqual([...installed()].sort());
    expect(named.length).toBeGreaterThan(150);
    expect(bill.components.filter(({ hashes = [] }) => hashes.length === 0)).toEqual([]);
  });

  it('says of each what it is needed for', () => {
    const needed = new Set(bill.dependencies.flatMap(({ dependsOn }) => dependsOn));
    expect(bill.components.map((each) => each['bom-ref']).filter((ref) => !needed.has(ref))).toEqual([]);
  });
});
