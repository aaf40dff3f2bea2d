import { performance } from 'node:perf_hooks';
import { resolve } from 'node:path';
import { PluginKind, commonTokens, declareClassPlugin, tokens } from '@stryker-mutator/api/plugin';
import {
  DryRunStatus,
  MutantRunStatus,
  TestStatus,
  determineHitLimitReached,
  toMutantRunResult,
} from '@stryker-mutator/api/test-runner';
import fc from 'fast-check';
import { LoadedSpecs } from './loaded-specs.mjs';

// A property that fails has noticed the change: its smallest counter-example interests nobody here.
fc.configureGlobal({ endOnFailure: true });

/**
 * Runs the specs of pure code in this process: loaded once, since starting Jest for each of some ten thousand changes takes a
 * hundred times as long as the tests. A change that acts while modules load gets modules of its own.
 */
class InProcessRunner {
  #specs;
  #loaded;

  constructor(options) {
    this.#specs = new LoadedSpecs(process.cwd(), options.inProcess.folders);
  }

  capabilities() {
    return { reloadEnvironment: true };
  }

  async dryRun() {
    globalThis.__stryker__ = {};
    try {
      this.#loaded = await this.#specs.load(this.#specs.specs);
      const tests = await run(this.#loaded, { bail: false });
      return { status: DryRunStatus.Complete, tests, mutantCoverage: globalThis.__stryker__.mutantCoverage };
    } catch (error) {
      return { status: DryRunStatus.Error, errorMessage: String(error.stack) };
    }
  }

  async mutantRun({ activeMutant, sandboxFileName, mutantActivation, testFilter, hitLimit, disableBail }) {
    globalThis.__stryker__ ??= {};
    const reaching = this.#specs.reaching(resolve(sandboxFileName));
    const place = new Map(reaching.map((spec, index) => [spec, index]));
    const asked = testFilter && new Set(testFilter);
    const changed = { id: activeMutant.id, hitLimit, bail: !disableBail };
    const choose = (loaded) =>
      loaded
        .filter(({ id, fileName }) => (asked ? asked.has(id) : place.has(fileName)))
        .sort((one, other) => place.get(one.fileName) - place.get(other.fileName));
    try {
      if (mutantActivation !== 'runtime')
        return await runChanged(changed, async () => choose(await this.#specs.load(reaching)));
      const result = await runChanged(changed, choose(await this.#kept()));
      if (await this.#isSound(result)) return result;
      const afresh = await runChanged(changed, choose(await this.#kept()));
      await this.#isSound(afresh);
      return afresh;
    } catch (error) {
      return toMutantRunResult({ status: DryRunStatus.Error, errorMessage: String(error.stack) });
    }
  }

  /** The tests of the modules that stay loaded from change to change. */
  async #kept() {
    this.#loaded ??= await this.#specs.load(this.#specs.specs);
    return this.#loaded;
  }

  /**
   * True unless a test that failed fails without the change too, because modules keep what they once worked out. They are
   * let go then, so that no change counts as noticed for what another one left behind.
   */
  async #isSound({ status, killedBy }) {
    if (status !== MutantRunStatus.Killed) return true;
    const killers = new Set(killedBy);
    const kept = await this.#kept();
    const again = await run(
      kept.filter(({ id }) => killers.has(id)),
      { bail: true },
    );
    const sound = again.every(({ status: outcome }) => outcome === TestStatus.Success);
    if (!sound) this.#loaded = undefined;
    return sound;
  }
}

/** Runs tests while the change is in force, and loads them then where `tests` is what loads them. */
async function runChanged({ id, hitLimit, bail }, tests) {
  const state = globalThis.__stryker__;
  state.hitLimit = hitLimit;
  state.hitCount = hitLimit === undefined ? undefined : 0;
  state.activeMutant = id;
  try {
    const results = await run(typeof tests === 'function' ? await tests() : tests, { bail });
    const late = determineHitLimitReached(state.hitCount, hitLimit);
    return toMutantRunResult(late ?? { status: DryRunStatus.Complete, tests: results });
  } finally {
    state.activeMutant = undefined;
    state.hitCount = undefined;
  }
}

async function run(tests, { bail }) {
  const results = [];
  for (const { id, name, fileName, run: body } of tests) {
    globalThis.__stryker__.currentTestId = id;
    const began = performance.now();
    let outcome = { status: TestStatus.Success };
    try {
      await body();
    } catch (error) {
      outcome = { status: TestStatus.Failed, failureMessage: String(error?.message ?? error) };
    }
    globalThis.__stryker__.currentTestId = undefined;
    results.push({ id, name, fileName, timeSpentMs: performance.now() - began, ...outcome });
    if (bail && outcome.status === TestStatus.Failed) break;
  }
  return results;
}

InProcessRunner.inject = tokens(commonTokens.options);

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'in-process', InProcessRunner)];
