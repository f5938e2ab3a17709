const { globSync, readFileSync } = require('node:fs');
const { dirname, join } = require('node:path');

/** Where a line may live. Each rule says why, since a rule that nobody understands gets an exception. */
const service = '(registry|capacity|matching)';

/**
 * The capabilities of each service, each after those that it builds on. One folder each; rules and the use cases that apply them stand
 * side by side in it. A new folder gets its place here.
 */
const capabilities = {
  registry: [
    ...[
      'reading',
      'languages',
      'hsds',
      'report',
      'places',
      'hours',
      'crosswalks',
      'meaning',
      'vault',
      'confidentiality',
      'sources',
      'publishing',
    ],
    ...['import', 'entries', 'decisions', 'quality', 'search', 'export', 'listing'],
  ],
  capacity: ['commands', 'turns', 'placing', 'offers', 'beds', 'intake', 'directory', 'holds', 'groups', 'waitlist', 'surges'],
  matching: [
    ...['areas', 'hours', 'languages', 'request', 'judging', 'ranking', 'walk', 'splits', 'misses', 'plan', 'demand', 'answer'],
    'gazetteer',
  ],
};
const adapters = '(persistence|graphql|rest|messaging|exchange)';
const specs = '\\.(spec|fixture|contract)\\.ts$';

/** Each workspace with those that it declares, by folder. */
const workspaces = globSync(['{libs,apps,tools}/*/package.json', 'test/package.json'], { cwd: __dirname }).map((file) => ({
  folder: dirname(file),
  ...JSON.parse(readFileSync(join(__dirname, file), 'utf8')),
}));
const foldersOf = (names) => workspaces.filter(({ name }) => names.includes(name)).map(({ folder }) => folder);
const declared = workspaces.map(({ folder, name, dependencies = {}, devDependencies = {} }) => ({
  folder,
  atRunTime: foldersOf([name, ...Object.keys(dependencies)]),
  atAll: foldersOf([name, ...Object.keys(dependencies), ...Object.keys(devDependencies)]),
}));
const developers = `${specs}|^apps/console/|^test/|^libs/(security/eslint|demo/(check|generator))/`;

const inOneDirection = (name, folders) =>
  folders.slice(0, -1).map((folder, index) => ({
    name: `${name}-${folder}-builds-on-what-is-before-it`,
    comment: 'Folders that need one another in a circle can only be understood, and changed, together.',
    severity: 'error',
    from: { path: `^libs/${name}/src/${folder}/`, pathNot: specs },
    to: { path: `^libs/${name}/src/(${folders.slice(index + 1).join('|')})/` },
  }));

const wallsOf = ([name, folders]) => {
  const all = `(${folders.join('|')})`;
  return [
    {
      name: `${name}-capabilities-know-no-framework`,
      comment: 'Rules that protect people, and the use cases of them, must be readable and testable without a server, a database or a bus.',
      severity: 'error',
      from: { path: `^libs/${name}/src/(${all}/|ports\\.ts$)`, pathNot: specs },
      to: { path: '^(libs/(persistence|graphql|testing)/|node_modules/(@nestjs|typeorm|pg|graphql|@apollo|fastify|kafkajs)/)' },
    },
    {
      name: `${name}-capabilities-know-the-bus-by-its-port`,
      comment: 'Who watches changes takes any bus, as a type; what sends and handles events is an adapter.',
      severity: 'error',
      from: { path: `^libs/${name}/src/(${all}/|ports\\.ts$)`, pathNot: specs },
      to: { path: '^libs/messaging/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: `${name}-capabilities-know-no-adapter`,
      comment: 'A use case states what it needs as a port; which adapter serves it is decided in the module.',
      severity: 'error',
      from: { path: `^libs/${name}/src/(${all}/|ports\\.ts$)`, pathNot: specs },
      to: { path: `^libs/${name}/src/(${adapters}/|control/|[^/]+\\.module\\.ts$|tokens\\.ts$|index\\.ts$)` },
    },
    {
      name: `${name}-every-folder-has-its-place`,
      comment: 'A folder that is no capability in the list above and no adapter would stand outside of these walls.',
      severity: 'error',
      from: { path: `^libs/${name}/src/[^/]+/`, pathNot: `^libs/${name}/src/(${all}|${adapters}|control)/` },
      to: {},
    },
    ...inOneDirection(name, folders),
  ];
};

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Modules in a cycle cannot be understood, tested or moved one by one.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { pathNot: 'node_modules' } },
    },
    ...Object.entries(capabilities).flatMap(wallsOf),
    ...inOneDirection('messaging', ['outbox', 'parking', 'inbox']),
    ...inOneDirection('kernel', ['positions', 'settings', 'languages', 'admission', 'rooms', 'reasons']),
    ...inOneDirection('security', ['keys', 'tokens', 'access', 'issuing']),
    {
      name: 'rules-know-no-caller',
      comment: 'What a record says, who may sleep where and what a match costs must not depend on who asks, nor on where it is kept.',
      severity: 'error',
      from: {
        path:
          '^libs/(registry/src/(reading|languages|hsds|places|hours|meaning)|capacity/src/placing|' +
          'matching/src/(areas|hours|languages|request|judging|ranking|plan))/',
        pathNot: specs,
      },
      to: { path: '^libs/security/|^libs/(registry|capacity|matching)/src/ports\\.ts$' },
    },
    {
      name: 'kafka-behind-its-port',
      comment: 'The client may have to be replaced: nothing but this adapter knows it, and the suite that kills its brokers.',
      severity: 'error',
      from: { pathNot: '^libs/messaging/src/kafka/|^tools/chaos/' },
      to: { path: 'node_modules/kafkajs/' },
    },
    {
      name: 'buses-are-strangers',
      comment: 'A bus moves events; who sends them, who handles them and which other bus there is do not concern it.',
      severity: 'error',
      from: { path: '^libs/messaging/src/(local|kafka)/', pathNot: specs },
      to: { path: '^libs/messaging/src/(local|kafka|outbox|inbox|parking)/', pathNot: '^libs/messaging/src/$1/' },
    },
    {
      name: 'outbox-and-inbox-know-no-bus',
      comment: 'They work over any bus, by its port.',
      severity: 'error',
      from: { path: '^libs/messaging/src/(outbox|parking|inbox)/', pathNot: specs },
      to: { path: '^libs/messaging/src/(local|kafka)/' },
    },
    {
      name: 'adapters-are-strangers',
      comment: 'An adapter that imports another one cannot be replaced alone (the local bus by Kafka, REST beside GraphQL).',
      severity: 'error',
      from: { path: `^libs/${service}/src/${adapters}/`, pathNot: specs },
      to: { path: `^libs/${service}/src/(${adapters}|control)/`, pathNot: '^libs/$1/src/$2/' },
    },
    ...['registry', 'capacity', 'matching'].map((name) => ({
      name: `${name}-stands-alone`,
      comment: 'Services meet only in events and in types of the graph, so that each can be deployed, stopped and replaced alone.',
      severity: 'error',
      from: { path: `^libs/${name}/` },
      to: { path: '^libs/(registry|capacity|matching)/', pathNot: `^libs/${name}/` },
    })),
    {
      name: 'accounts-know-no-adapter',
      comment: 'Who may sign in is decided by rules that can be read and tested without a database or a provider.',
      severity: 'error',
      from: { path: '^libs/identity/src/(accounts|sign-in)/', pathNot: '\\.spec\\.ts$' },
      to: { path: '^libs/identity/src/(persistence|control|provider)/' },
    },
    {
      name: 'identity-stands-alone',
      comment: 'In the distributed system an outside provider takes its place, so no service may need it.',
      severity: 'error',
      from: { path: `^libs/${service}/` },
      to: { path: '^libs/identity/' },
    },
    {
      name: 'libraries-know-no-app',
      comment: 'Processes compose libraries; a library that knows its process cannot run in another one.',
      severity: 'error',
      from: { path: '^libs/' },
      to: { path: '^apps/' },
    },
    {
      name: 'the-console-stands-alone',
      comment: 'It is code for a browser, and knows the system by its schema only.',
      severity: 'error',
      from: { path: '^apps/console/' },
      to: { path: '^(libs|deploy|test|tools)/|^apps/', pathNot: '^apps/console/' },
    },
    {
      name: 'screens-are-strangers',
      comment: 'Each screen is fetched alone; what two of them need lives in app/ or ui/.',
      severity: 'error',
      from: { path: '^apps/console/src/screens/([^/]+)/' },
      to: { path: '^apps/console/src/screens/', pathNot: '^apps/console/src/screens/$1/' },
    },
    {
      name: 'ui-knows-no-screen',
      comment: 'A component that knows a screen cannot be used by another one.',
      severity: 'error',
      from: { path: '^apps/console/src/(ui|i18n)/' },
      to: { path: '^apps/console/src/screens/', pathNot: '/messages/[a-z]+\\.json$' },
    },
    {
      name: 'kernel-is-pure',
      comment: 'The kernel is shared by all; a framework there would be everywhere.',
      severity: 'error',
      from: { path: '^libs/kernel/', pathNot: '\\.spec\\.ts$' },
      to: { pathNot: '^libs/kernel/|node_modules/(h3-js|geographiclib-geodesic|iso-639-3)/', dependencyTypesNot: ['core'] },
    },
    {
      name: 'events-know-no-framework',
      comment: 'Rules read what an event says, and other systems its schema: neither may need a framework or the graph for it.',
      severity: 'error',
      from: { path: '^libs/events/', pathNot: specs },
      to: { pathNot: '^libs/(events|kernel)/|node_modules/zod/' },
    },
    {
      name: 'graph-types-know-no-service',
      comment: 'What several services answer must not change when one of them does.',
      severity: 'error',
      from: { path: '^libs/graph-types/' },
      to: { path: '^(libs|apps)/', pathNot: '^libs/(graph-types|events|kernel)/' },
    },
    {
      name: 'graph-types-in-graphql-only',
      comment: 'Rules, tables, events and files have the same values without the types of Nest.',
      severity: 'error',
      from: { path: '^libs/', pathNot: `^libs/(graph-types/|${service}/src/(graphql/|[^/]+\\.module\\.ts$))` },
      to: { path: '^libs/graph-types/' },
    },
    {
      name: 'use-cases-know-the-kernel-only',
      comment: 'It is the form of every use case, of rules too: what it knew, all of them would know.',
      severity: 'error',
      from: { path: '^libs/use-case/', pathNot: '\\.spec\\.ts$' },
      to: { pathNot: '^libs/(use-case|kernel)/' },
    },
    {
      name: 'end-to-end-through-the-front-door',
      comment: 'End-to-end tests use public interfaces only, so that they run unchanged against every deployment.',
      severity: 'error',
      from: { path: '^test/' },
      to: { path: '^(libs|apps|tools)/' },
    },
    {
      name: 'faults-from-outside',
      comment: "The fault suites see what callers see; their workers are the product's own code in processes that can be killed.",
      severity: 'error',
      from: { path: '^tools/chaos/', pathNot: '^tools/chaos/src/(holds/)?workers/' },
      to: { path: '^(libs|apps)/' },
    },
    {
      name: 'the-product-knows-no-tool',
      comment: 'Tools and tests are not deployed.',
      severity: 'error',
      from: { path: '^(libs|apps)/' },
      to: { path: '^(test|tools)/' },
    },
    {
      name: 'chaos-workers-are-relay-and-consumer-only',
      comment: 'They show what messaging and its database do when processes die; of anything else they would show nothing.',
      severity: 'error',
      from: { path: '^tools/chaos/src/workers/' },
      to: { path: '^libs/|^apps/', pathNot: '^libs/(messaging|persistence)/src/index\\.ts$' },
    },
    {
      name: 'hold-workers-are-capacity-only',
      comment: 'They are the use cases of capacity in processes that can be killed, with nothing of ours between them and the database.',
      severity: 'error',
      from: { path: '^tools/chaos/src/holds/workers/' },
      to: { path: '^libs/|^apps/', pathNot: '^libs/(capacity|events|kernel|messaging|persistence|security|use-case)/src/index\\.ts$' },
    },
    {
      name: 'no-test-code-in-the-product',
      comment: 'What only tests need must not be shipped.',
      severity: 'error',
      from: { pathNot: `${specs}|^(test|tools)/|^libs/testing/` },
      to: { path: `${specs}|^libs/testing/` },
    },
    {
      name: 'only-what-is-declared',
      comment: 'A workspace that uses what another one declares breaks when that one lets it go.',
      severity: 'error',
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'run-time-needs-no-developer',
      comment: 'The image has no devDependencies. The console is built before, and its packages stay behind.',
      severity: 'error',
      from: { path: '^(libs|apps)/', pathNot: developers },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    ...declared.flatMap(({ folder, atRunTime, atAll }) => [
      {
        name: `${folder}-declares-each-workspace`,
        comment: 'As for packages of others: npm links what is declared, and no more.',
        severity: 'error',
        from: { path: `^${folder}/` },
        to: { path: '^(libs|apps|tools|test)/', pathNot: `^(${atAll.join('|')})/` },
      },
      {
        name: `${folder}-declares-each-workspace-of-its-run-time`,
        comment: 'devDependencies are not in the image.',
        severity: 'error',
        from: { path: `^${folder}/`, pathNot: `${developers}|\\.chaos\\.ts$` },
        to: { path: '^(libs|apps|tools|test)/', pathNot: `^(${atRunTime.join('|')})/`, dependencyTypesNot: ['type-only'] },
      },
    ]),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // Most packages have their code in a dist/ of their own.
    exclude: { path: '^(apps|libs|test|tools)/.*dist/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['source', 'import', 'node'],
      extensions: ['.ts', '.tsx', '.js', '.mjs'],
    },
  },
};
