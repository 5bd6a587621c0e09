// Who may import whom. One rule for each sentence of docs/architecture.md.
const npm = (...names) => `(^|/)node_modules/(${names.join('|')})(/|$)`
const rule = (name, from, to) => ({ name, severity: 'error', from, to })
const only = (name, from, ...allowed) => rule(name, { path: from, pathNot: test }, { path: '.', pathNot: allowed })
const test = '\\.test\\.tsx?$'

module.exports = {
  forbidden: [
    rule('no-cycles', {}, { circular: true }),
    rule('no-unresolved', {}, { couldNotResolve: true, pathNot: '^(electron|virtual:)|modulePath$' }),

    // each process sees shared and itself
    only('shared-is-pure', '^src/shared/', '^src/shared/', npm('zod', '@orpc/contract', 'libphonenumber-js')),
    rule(
      'renderer-sees-shared-only',
      { path: '^src/renderer/', pathNot: test },
      { path: '^(src/(main|data|reader|preload)|migrations|tests)/' },
    ),
    rule(
      'data-sees-shared-only',
      { path: '^src/data/', pathNot: test },
      { path: '^(src/(main|preload|reader|renderer)|tests)/' },
    ),
    rule(
      'reader-sees-shared-only',
      { path: '^src/reader/', pathNot: test },
      { path: '^(src/(main|data|preload|renderer)|migrations|tests)/' },
    ),
    rule(
      'main-sees-shared-only',
      { path: '^src/main/', pathNot: ['^src/main/(data|reader)-process\\.ts$', test] },
      { path: '^(src/(data|preload|reader|renderer)|migrations|tests)/' },
    ),
    only('preload-is-a-doorway', '^src/preload/', '^src/(preload|shared)/', '^electron$', npm('electron')),

    // each platform library has one home
    rule('no-node-in-renderer', { path: '^src/renderer/', pathNot: test }, { dependencyTypes: ['core'] }),
    rule(
      'electron-stays-in-main-and-preload',
      { path: '^src/', pathNot: '^src/(main|preload)/' },
      { path: ['^electron$', npm('electron')] },
    ),
    rule('kysely-stays-in-data', { path: '^src/', pathNot: '^src/data/' }, { path: npm('kysely') }),
    rule(
      'sqlite-has-one-door',
      { path: '^src/', pathNot: '^src/data/database\\.ts$' },
      { path: npm('better-sqlite3') },
    ),
    rule(
      'ag-grid-has-one-door',
      { path: '^src/', pathNot: '^src/renderer/(ui|theme)/' },
      { path: npm('ag-grid-[^/]+') },
    ),

    // ui <- features <- app, and features are islands
    rule('ui-knows-no-feature', { path: '^src/renderer/ui/' }, { path: '^src/renderer/(features|app)/' }),
    rule('features-know-no-page', { path: '^src/renderer/features/' }, { path: '^src/renderer/app/' }),
    rule(
      'features-are-islands',
      { path: '^src/renderer/features/([^/]+)/' },
      { path: '^src/renderer/features/', pathNot: '^src/renderer/features/$1/' },
    ),

    // data features receive the database, they never fetch it
    rule(
      'data-features-receive-the-database',
      { path: '^src/data/features/', pathNot: test },
      { path: '^src/data/(index|server|router|migrate|database)\\.ts$', dependencyTypesNot: ['type-only'] },
    ),

    rule('migrations-are-frozen', { path: '^migrations/' }, { path: '.', pathNot: npm('kysely') }),
    rule('src-never-imports-tests', { path: '^src/', pathNot: test }, { path: '^tests/' }),
    rule('e2e-drives-from-outside', { path: '^tests/e2e/' }, { path: '^src/(?!shared/)' }),
  ],
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(out|dist|tour)/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json', '.css'],
    },
  },
}
