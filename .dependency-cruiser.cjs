'use strict';
/*
 * Which folder of src/ may import what. The same table in words: docs/architecture.md.
 * test/house/boundaries.test.ts plants a violation of every rule here and expects that rule, and no other, to fire.
 */

// `payload.ts` makes what is handed to a store out of bytes; it belongs to no adapter.
const PORTS = '^src/(objectstore/(port|payload)|database/port)[.]ts$';
const AUDIT_DOOR = '^src/audit/index[.]ts$';

/** What each folder may import besides itself. What is not listed is forbidden. */
const FOLDERS = {
  base: [],
  contract: ['^src/base/'],
  objectstore: ['^src/base/'],
  database: ['^src/base/'],
  audit: ['^src/base/', PORTS],
  // Contracts by file, too: a worker thread that only parses should not load what the door opens.
  exporter: ['^src/base/', '^src/contract/', AUDIT_DOOR, PORTS],
  poller: ['^src/base/', '^src/contract/', AUDIT_DOOR, PORTS],
  outreach: ['^src/base/', '^src/contract/', AUDIT_DOOR, PORTS],
  server: ['^src/base/', '^src/[^/]+/index[.]ts$', PORTS],
  // base is a leaf without a door; everything else is entered by its index.ts.
  cli: ['^src/base/', '^src/[^/]+/index[.]ts$', PORTS],
};

/** Exporter and poller are deployed apart. Rules of their own say so, and these follow imports through other files. */
const APART = [
  ['exporter', 'poller'],
  ['poller', 'exporter'],
  ['outreach', 'exporter'],
  ['outreach', 'poller'],
  ['exporter', 'outreach'],
  ['poller', 'outreach'],
];

/** The one home of each vendor, so that replacing it changes one place. */
const VENDORS = {
  'aws-sdk': { packages: '(@aws-sdk|@smithy)/', home: '^src/objectstore/s3' },
  ajv: { packages: 'ajv/', home: '^src/(contract/|cli/config)' },
  'better-sqlite3': { packages: '(@types/)?better-sqlite3/', home: '^src/database/sqlite' },
  chokidar: { packages: 'chokidar/', home: '^src/(exporter/drop-folder|objectstore/(directory|watch))' },
  'cli-progress': { packages: '(@types/)?cli-progress/', home: '^src/cli/' },
  commander: { packages: 'commander/', home: '^src/cli/' },
  'csv-parse': { packages: 'csv-parse/', home: '^src/exporter/' },
  fastify: { packages: 'fastify/', home: '^src/server/' },
  imapflow: { packages: 'imapflow/', home: '^src/outreach/' },
  isbot: { packages: 'isbot/', home: '^src/outreach/' },
  liquidjs: { packages: 'liquidjs/', home: '^src/outreach/' },
  luxon: { packages: '(@types/)?luxon/', home: '^src/outreach/' },
  nodemailer: { packages: '(@types/)?nodemailer/', home: '^src/outreach/' },
  'postal-mime': { packages: 'postal-mime/', home: '^src/outreach/' },
  yaml: { packages: 'yaml/', home: '^src/outreach/' },
  jose: { packages: 'jose/', home: '^src/contract/' },
  'node-cron': { packages: 'node-cron/', home: '^src/cli/' },
  picocolors: { packages: 'picocolors/', home: '^src/cli/' },
  pino: { packages: 'pino/', home: '^src/base/log[.]ts$' },
  tinyglobby: { packages: 'tinyglobby/', home: '^src/exporter/' },
};

function folderRule([folder, allowed]) {
  const itself = `^src/${folder}/`;
  const apart = APART.filter(([from]) => from === folder).map(([, to]) => `^src/${to}/`);
  return {
    name: `${folder}-imports`,
    comment: `src/${folder} may import ${allowed.join(', ') || 'nothing of ours'}`,
    severity: 'error',
    from: { path: itself },
    to: { path: '^src/', pathNot: [itself, ...allowed, ...apart] },
  };
}

function apartRule([from, to]) {
  return {
    name: `${from}-never-reaches-${to}`,
    comment: `src/${from} must not import src/${to}, not even through other files`,
    severity: 'error',
    from: { path: `^src/${from}/` },
    to: { path: `^src/${to}/`, reachable: true },
  };
}

function vendorRule([name, { packages, home }]) {
  return {
    name: `vendor-${name}`,
    comment: `${name} is used in ${home} alone`,
    severity: 'error',
    from: { path: '^src/', pathNot: home },
    to: { path: `node_modules/${packages}` },
  };
}

const GENERAL = [
  {
    name: 'no-cycles',
    comment: 'two files that need each other are one file, or hide a third',
    severity: 'error',
    from: {},
    to: { circular: true },
  },
  {
    name: 'no-unresolvable',
    comment: 'every import must lead to a file',
    severity: 'error',
    from: {},
    to: { couldNotResolve: true },
  },
  {
    name: 'no-undeclared-package',
    comment: 'a package that is only here because another one brought it may be gone tomorrow',
    severity: 'error',
    from: { path: '^src/' },
    to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
  },
  {
    name: 'no-dev-package-in-src',
    comment: 'what src imports must be installed with the package; types are erased',
    severity: 'error',
    from: { path: '^src/' },
    to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'], pathNot: 'node_modules/@types/' },
  },
  {
    name: 'folder-in-the-table',
    comment: 'a new folder of src first gets a line in FOLDERS',
    severity: 'error',
    from: { path: '^src/', pathNot: `^src/(${Object.keys(FOLDERS).join('|')})/` },
    to: {},
  },
  {
    name: 'src-stands-alone',
    comment: 'the package ships dist and bin: src imports nothing of tests, scripts or fixtures',
    severity: 'error',
    from: { path: '^src/' },
    to: { pathNot: '^src/', dependencyTypes: ['local'] },
  },
];

module.exports = {
  forbidden: [
    ...GENERAL,
    ...Object.entries(FOLDERS).map(folderRule),
    ...APART.map(apartRule),
    ...Object.entries(VENDORS).map(vendorRule),
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    preserveSymlinks: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'types', 'default'] },
  },
};
