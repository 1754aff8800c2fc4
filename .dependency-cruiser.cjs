/** The directions of docs/architecture.md as law. */
const only = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    only(
      'no-cycles',
      'A cycle is one module in two files.',
      {},
      { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    ),
    only(
      'no-unresolvable',
      'An import that leads nowhere.',
      {},
      { couldNotResolve: true, pathNot: '^(electron|mdast)$' },
    ),
    only(
      'shared-is-pure',
      'The middle of the house knows neither the machine nor the screens.',
      { path: '^shared/' },
      { path: '^(server|cli|electron|renderer|tests|bench|scripts)/' },
    ),
    only('shared-without-node', 'shared/ knows no Node.', { path: '^shared/' }, { dependencyTypes: ['core'] }),
    only(
      'shared-without-screens',
      'shared/ knows no React, Lexical or Electron.',
      { path: '^shared/' },
      { path: 'node_modules/(react|react-dom|react-aria-components|lexical|@lexical|electron)/' },
    ),
    only(
      'server-direction',
      'server knows shared only.',
      { path: '^server/' },
      { path: '^(cli|electron|renderer|tests|bench)/' },
    ),
    only(
      'cli-direction',
      'cli knows shared and server only.',
      { path: '^cli/' },
      { path: '^(electron|renderer|tests|bench)/' },
    ),
    only(
      'electron-direction',
      'electron knows shared and server only.',
      { path: '^electron/' },
      { path: '^(cli|renderer|tests|bench)/' },
    ),
    only(
      'renderer-direction',
      'The window meets the machine only through shared/ipc/platform.ts.',
      { path: '^renderer/' },
      { path: '^(server|cli|electron|tests|bench)/' },
    ),
    only(
      'renderer-without-node',
      'The window runs in a browser too.',
      { path: '^renderer/' },
      { dependencyTypes: ['core'] },
    ),
    only(
      'preload-is-thin',
      'A sandboxed preload is one small file.',
      { path: '^electron/preload/' },
      { path: '^electron/main/|node_modules/(?!electron/)', dependencyTypesNot: ['type-only'] },
    ),
    only(
      'features-by-their-face',
      'A feature is imported by its index alone.',
      { path: '^renderer/features/([^/]+)/' },
      {
        path: '^renderer/features/([^/]+)/',
        pathNot: ['^renderer/features/$1/', '^renderer/features/[^/]+/index\\.tsx?$'],
      },
    ),
    only(
      'ui-knows-no-domain',
      'The design system knows no domain type.',
      { path: '^renderer/ui/' },
      { path: '^(shared/(domain|amendment|register|diff|import|export|schema)|renderer/(features|session|app))/' },
    ),
    only(
      'yjs-in-its-places',
      'Yjs stays where shared documents are read and written.',
      { pathNot: '^(shared/schema|server|renderer/session|renderer/features/editor|tests|bench)/' },
      { path: 'node_modules/(yjs|y-protocols|y-indexeddb)/', dependencyTypesNot: ['type-only'] },
    ),
    only(
      'diff-in-its-place',
      'Only shared/diff knows the diff library.',
      { path: '^(shared|server|cli|electron|renderer)/', pathNot: '^shared/diff/' },
      { path: 'node_modules/diff/' },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|build|test-results)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
    },
  },
};
