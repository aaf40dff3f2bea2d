import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');
const { testPathIgnorePatterns } = JSON.parse(readFileSync(join(root, 'jest.config.json'), 'utf8'));
/** `src/kernel`, `src/recharge/domain` or one file in them: the part that is mutated, by the specs of its own context. */
const part = process.env.MUTATED_PART;
const context = part.split('/').slice(0, 2).join('/');

/** Changes the code bit by bit and expects a spec to fail for each change. */
export default {
  testRunner: 'jest',
  testRunnerNodeArgs: ['--experimental-vm-modules', '--no-warnings'],
  coverageAnalysis: 'perTest',
  concurrency: 2,
  // A busy machine is slow: only a change that never ends may count as caught by the clock.
  timeoutMS: 40_000,
  mutate: [part.endsWith('.ts') ? part : `${part}/**/*.ts`, '!**/*.spec.ts', '!**/*.fixtures.ts'],
  plugins: ['@stryker-mutator/jest-runner', resolve(import.meta.dirname, 'rule-words.mjs')],
  ignorers: ['rule-words'],
  jest: {
    projectType: 'custom',
    configFile: 'jest.config.json',
    config: {
      // No database: specs of whole processes are far from the line that changed.
      globalSetup: null,
      globalTeardown: null,
      testPathIgnorePatterns: [...testPathIgnorePatterns, '\\.(int|journey|page)\\.spec\\.ts$'],
      roots: [`<rootDir>/${context}`],
      maxWorkers: 1,
    },
  },
  // What was run before and did not change is not run again.
  incremental: true,
  incrementalFile: join(root, 'coverage/mutation', `${context.replace('/', '-')}.json`),
  tempDirName: join(tmpdir(), 'handover-mutation'),
  ignorePatterns: ['/dist', '/.dist-next', '/.data', '/docker', '/docs', '/migrations'],
  reporters: ['clear-text', 'progress-append-only'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  thresholds: { high: 95, low: 90, break: 90 },
};
