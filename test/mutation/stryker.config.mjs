import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');
/** `src/kernel`, `src/recharge/domain` or one file in them: the part that is mutated, by the specs of its own context. */
const part = process.env.MUTATED_PART;
const context = part.split('/').slice(0, 2).join('/');

/** Changes the code bit by bit and expects a spec to fail for each change. */
export default {
  testRunner: 'in-process',
  inProcess: { folders: [context] },
  // Modules that were loaded for one change stay in memory.
  maxTestRunnerReuse: 400,
  coverageAnalysis: 'perTest',
  concurrency: 2,
  // A busy machine is slow: only a change that never ends may count as caught by the clock.
  timeoutMS: 40_000,
  mutate: [part.endsWith('.ts') ? part : `${part}/**/*.ts`, '!**/*.spec.ts', '!**/*.fixtures.ts'],
  plugins: ['in-process-runner.mjs', 'rule-words.mjs'].map((file) => resolve(import.meta.dirname, file)),
  ignorers: ['rule-words'],
  // What was run before and did not change is not run again.
  incremental: true,
  incrementalFile: join(root, 'coverage/mutation', `${context.replace('/', '-')}.json`),
  tempDirName: join(tmpdir(), 'handover-mutation'),
  ignorePatterns: ['/dist', '/.dist-next', '/.data', '/docker', '/docs', '/migrations'],
  reporters: ['clear-text', 'progress-append-only'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  warnings: { unknownOptions: false, slow: false },
  thresholds: { high: 95, low: 90, break: 90 },
};
