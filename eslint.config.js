import js from '@eslint/js';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';
import { exactMoney } from './.lint/exact-money.js';

const pure = ['src/kernel/**/*.ts', 'src/*/domain/**/*.ts'];
const specs = ['**/*.spec.ts', 'test/**/*.ts'];
const scripts = ['**/*.js', '**/*.mjs', '**/*.cjs'];

/** Where amounts of money pass: from the wire and files, through rules and read models, to answers. */
const moneyPaths = [
  'src/kernel/**/*.ts',
  'src/!(platform)/{api,commands,domain,projections,reactors,worked-examples}/**/*.ts',
  'src/platform/{http/wire,http/calculations,imports}/**/*.ts',
];

/** Decisions and evolve are functions of what they are given: the same case must give the same figure in a replay. */
const handedIn = (what) => `Pure code is handed ${what}; it never fetches it.`;

const pureCode = {
  'no-restricted-globals': [
    'error',
    { name: 'Date', message: handedIn('the time') },
    { name: 'performance', message: handedIn('the time') },
    { name: 'process', message: handedIn('its settings') },
    { name: 'crypto', message: handedIn('its ids') },
  ],
  'no-restricted-imports': [
    'error',
    {
      patterns: [
        { regex: '^(node:)?(crypto|process|perf_hooks)$', message: handedIn('the time, ids and settings') },
      ],
    },
  ],
  'no-restricted-properties': [
    'error',
    { object: 'Math', property: 'random', message: handedIn('anything random') },
    { object: 'Temporal', property: 'Now', message: handedIn('the time') },
    { property: 'randomUUID', message: handedIn('its ids') },
  ],
};

/** Where read models say who may see a row: reading them goes by `readAs`, which tells the database who asks. */
const dividedReads = [
  'src/{agreement,audit,hospital,people,recharge,simulation,transfer-case,workforce}/**/*.ts',
];
const AROUND =
  'Rows of read models are read by readAs(database, bodies, (rows) => …), which shows only those of the bodies that ask.';

const PATTERN = 'A pattern is written out: one that is made of a text may be made of what somebody sent.';
const madePatterns = [
  { selector: 'NewExpression[callee.name="RegExp"]', message: PATTERN },
  { selector: 'CallExpression[callee.name="RegExp"]', message: PATTERN },
];

const readsOfBodies = {
  'no-restricted-syntax': [
    'error',
    ...madePatterns,
    {
      selector:
        'CallExpression[callee.property.name=/^(getRepository|createQueryBuilder)$/][callee.object.name=/^(?!rows$)/]',
      message: AROUND,
    },
    {
      selector:
        'MemberExpression[object.property.name=/^(database|dataSource)$/][property.name=/^(manager|getRepository|createQueryBuilder|createEntityManager|createQueryRunner)$/]',
      message: AROUND,
    },
    {
      selector:
        'MemberExpression[object.name=/^(database|dataSource)$/][property.name=/^(manager|getRepository|createQueryBuilder|createEntityManager|createQueryRunner)$/]',
      message: AROUND,
    },
    { selector: 'Literal[value=/read_model[.]/]', message: AROUND },
    { selector: 'TemplateElement[value.raw=/read_model[.]/]', message: AROUND },
  ],
};

const SKIPPED = 'A test that is skipped, or that stops the others from running, proves nothing.';

export default defineConfig(
  { ignores: ['dist/', '.dist-next/', '.data/', 'coverage/', 'test/arch/fixtures/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  // Of text no code is made, neither by eval nor by the constructor of functions.
  { rules: { 'no-eval': 'error', 'no-new-func': 'error' } },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
      // A new stage or event must be thought about everywhere it matters: `default` would hide the places.
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        {
          considerDefaultExhaustiveForUnions: false,
          allowDefaultCaseForExhaustiveSwitch: false,
          requireDefaultForNonUnion: false,
        },
      ],
      '@typescript-eslint/no-floating-promises': ['error', { checkThenables: true }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      // Nest modules are empty classes under a decorator.
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // `async` without `await` turns a throw into a rejection, which is what a port with two adapters needs.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-confusing-void-expression': 'off',
      // Nest declares the options of its factories as classes and takes plain objects.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      // It does not see that a flag may change during an `await`, and asks to remove the check that looks again.
      '@typescript-eslint/no-unnecessary-condition': 'off',
      // With noUncheckedIndexedAccess, `match[1]!` after a match is the plain way to say what the pattern proves.
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  { files: ['src/**/*.ts'], ignores: specs, rules: { 'max-lines': ['error', { max: 400 }] } },
  {
    files: ['src/**/*.ts'],
    ignores: specs,
    rules: { 'no-restricted-syntax': ['error', ...madePatterns] },
  },
  { files: dividedReads, ignores: specs, rules: readsOfBodies },
  { files: pure, ignores: ['src/kernel/clock.ts', ...specs], rules: pureCode },
  {
    files: moneyPaths,
    ignores: specs,
    plugins: { handover: { rules: { 'exact-money': exactMoney } } },
    rules: { 'handover/exact-money': 'error' },
  },
  {
    files: specs,
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector:
            'MemberExpression[object.name=/^(describe|it|test|scenario)$/][property.name=/^(only|skip|todo)$/]',
          message: SKIPPED,
        },
        { selector: 'CallExpression[callee.name=/^(fit|fdescribe|xit|xtest|xdescribe)$/]', message: SKIPPED },
      ],
      // Bodies that come back over HTTP or from SQL are checked by the assertions themselves.
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      // Rows are compared as plain objects.
      '@typescript-eslint/no-misused-spread': 'off',
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  {
    files: scripts,
    languageOptions: {
      globals: { console: 'readonly', fetch: 'readonly', process: 'readonly', URL: 'readonly' },
    },
  },
  { files: ['**/*.cjs'], languageOptions: { globals: { module: 'writable', require: 'readonly' } } },
);
