import tseslint from 'typescript-eslint';

const clockAndChance = [
  { name: 'Date', message: 'Time comes from a Clock that is passed in.' },
  { name: 'setTimeout', message: 'shared/ has no timers.' },
  { name: 'setInterval', message: 'shared/ has no timers.' },
  { name: 'queueMicrotask', message: 'shared/ has no timers.' },
  { name: 'performance', message: 'Time comes from a Clock that is passed in.' },
  { name: 'crypto', message: 'Identifiers come from an IdSource that is passed in.' },
  { name: 'console', message: 'shared/ answers by its results.' },
];

export default tseslint.config(
  {
    ignores: [
      'dist/',
      'build/',
      'node_modules/',
      'test-results/',
      'coverage/',
      '**/*.mjs',
      '**/*.cjs',
      'eslint.config.js',
    ],
  },
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'off',
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'separate-type-imports', prefer: 'type-imports' },
      ],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // A type parameter used once is how our tables say which response belongs to which channel.
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
    },
  },
  {
    files: ['shared/**/*.ts'],
    rules: {
      'no-restricted-globals': ['error', ...clockAndChance],
      'no-restricted-properties': [
        'error',
        { object: 'Math', property: 'random', message: 'Identifiers come from an IdSource that is passed in.' },
      ],
      'no-console': 'error',
    },
  },
  {
    files: ['tests/**/*.ts', 'tests/**/*.tsx'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          // With a condition (`test.skip(material === null, '…')`) it may stand.
          selector:
            "CallExpression[callee.type='MemberExpression'][callee.object.name=/^(test|it|describe)$/]:matches([callee.property.name=/^(only|todo|fixme)$/], [callee.property.name='skip'][arguments.length<2], [callee.property.name='skip'][arguments.0.type=/Literal/])",
          message:
            'No test is skipped, left for later or run alone. Where material is missing: describe.skipIf, with its name in the title.',
        },
      ],
    },
  },
);
