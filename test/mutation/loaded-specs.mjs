// The specs of one context as plain JavaScript: written once for a sandbox, loaded as often as asked, each time as new modules.
import {
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import swc from '@swc/core';
import { testsOf } from './collected-tests.mjs';

const COLLECTOR = pathToFileURL(join(import.meta.dirname, 'collected-tests.mjs')).href;
const RELATIVE_IMPORT = /(?:\bfrom|\bimport)\s*['"](\.[^'"]+)['"]/g;
/** Whole processes, and what asks for a database, are far from the line that changed. */
const OF_A_PROCESS = /\.(int|journey|page)\.spec\.ts$/;
/** All of Jest that is here: a spec that asks for more is left to Jest. */
const OFFERED = ['describe', 'expect', 'it'];
const ASKED_OF_JEST = /import \{([^}]*)\} from '@jest\/globals'/;

export class LoadedSpecs {
  #root;
  #written;
  #imports = new Map();
  #copies = 0;

  /**
   * @param root the folder of the instrumented project
   * @param folders those whose specs are run, such as `src/recharge/domain`
   */
  constructor(root, folders) {
    this.#root = root;
    this.#written = join(root, '.mutation/written');
    this.specs = folders
      .filter((folder) => existsSync(join(root, folder)))
      .flatMap((folder) =>
        readdirSync(join(root, folder), { recursive: true }).map((name) => join(root, folder, name)),
      )
      .filter((file) => file.endsWith('.spec.ts') && !OF_A_PROCESS.test(file) && canRunHere(file))
      .sort();
  }

  /** The specs that reach `file`, the nearest to it first. */
  reaching(file) {
    const steps = (spec) => relative(dirname(file), spec).split('/').length;
    const own = file.replace(/\.ts$/, '.spec.ts');
    return this.specs
      .filter((spec) => this.#reachedBy(spec).has(file))
      .sort((one, other) => (other === own) - (one === own) || steps(one) - steps(other));
  }

  /** Loads `specs` and all that they import anew, and answers their tests: id, name, file and what runs it. */
  async load(specs) {
    const copy = join(this.#root, '.mutation', `${process.pid}-${(this.#copies += 1)}`);
    const files = new Set(specs.flatMap((spec) => [...this.#reachedBy(spec)]));
    for (const file of files) {
      const target = join(copy, this.#name(file));
      mkdirSync(dirname(target), { recursive: true });
      linkSync(join(this.#written, this.#name(file)), target);
    }
    try {
      const tests = [];
      for (const spec of specs) {
        const found = await testsOf(() => import(pathToFileURL(join(copy, this.#name(spec))).href));
        for (const [index, { name, run }] of found.entries()) {
          tests.push({ id: `${relative(this.#root, spec)} ${index}`, name, fileName: spec, run });
        }
      }
      return tests;
    } finally {
      rmSync(copy, { recursive: true, force: true });
    }
  }

  #name(file) {
    return relative(this.#root, file).replace(/\.ts$/, '.js');
  }

  #reachedBy(spec) {
    const reached = new Set();
    const waiting = [spec];
    for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
      if (reached.has(file)) continue;
      reached.add(file);
      waiting.push(...this.#importsOf(file));
    }
    return reached;
  }

  #importsOf(file) {
    const known = this.#imports.get(file);
    if (known) return known;
    const target = join(this.#written, this.#name(file));
    if (!existsSync(target)) this.#write(file, target);
    const imports = [...readFileSync(target, 'utf8').matchAll(RELATIVE_IMPORT)].map(([, name]) =>
      resolve(dirname(file), name.replace(/\.js$/, '.ts')),
    );
    this.#imports.set(file, imports);
    return imports;
  }

  /** Written whole or not at all: two runners share the folder. */
  #write(file, target) {
    mkdirSync(dirname(target), { recursive: true });
    const source = readFileSync(file, 'utf8');
    const code = file.endsWith('.ts')
      ? swc
          .transformSync(source, {
            filename: file,
            configFile: join(this.#root, '.swcrc'),
            sourceMaps: false,
          })
          .code.replace(/(['"])@jest\/globals\1/, JSON.stringify(COLLECTOR))
      : source;
    writeFileSync(`${target}.${process.pid}`, code);
    renameSync(`${target}.${process.pid}`, target);
  }
}

function canRunHere(spec) {
  const [, asked = ''] = ASKED_OF_JEST.exec(readFileSync(spec, 'utf8')) ?? [];
  return asked.split(',').every((name) => OFFERED.includes(name.trim()) || name.trim() === '');
}
