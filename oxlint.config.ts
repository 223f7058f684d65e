// The rules of `npm run lint`. The import walls come from one table, which their test reads, too.
import { defineConfig } from 'oxlint'
import { pureLayers, wallRules } from './test/walls/table.ts'

export default defineConfig({
  plugins: ['eslint', 'typescript', 'unicorn', 'oxc', 'import', 'promise', 'node'],
  categories: {
    correctness: 'error',
    suspicious: 'error',
  },
  options: {
    typeAware: true,
    reportUnusedDisableDirectives: 'error',
  },
  env: {
    builtin: true,
  },
  ignorePatterns: [
    '.assets',
    '.wrangler',
    'coverage',
    'dist',
    'src/widget/released',
    'test/fixtures/*/widget',
    'test/contract/client',
    'test/mcp/client',
  ],
  rules: {
    'max-lines': [
      'error',
      {
        max: 400,
        skipBlankLines: true,
        skipComments: true,
      },
    ],
    'max-lines-per-function': [
      'error',
      {
        max: 60,
        skipBlankLines: true,
        skipComments: true,
      },
    ],
    'max-params': [
      'error',
      {
        max: 4,
      },
    ],
    'max-depth': [
      'error',
      {
        max: 4,
      },
    ],
    'import/no-cycle': [
      'error',
      {
        ignoreTypes: false,
      },
    ],
    'import/no-default-export': 'error',
    'import/no-mutable-exports': 'error',
    'import/no-duplicates': 'error',
    'import/no-commonjs': 'error',
    'oxc/no-barrel-file': [
      'error',
      {
        threshold: 0,
      },
    ],
    'array-callback-return': 'error',
    eqeqeq: 'error',
    'default-case-last': 'error',
    'no-console': 'error',
    'no-case-declarations': 'error',
    'no-empty': 'error',
    'no-fallthrough': 'error',
    'no-multi-assign': 'error',
    'no-param-reassign': 'error',
    'no-prototype-builtins': 'error',
    'no-self-compare': 'error',
    'no-sequences': 'error',
    'no-template-curly-in-string': 'error',
    'no-useless-return': 'error',
    'no-var': 'error',
    'no-unused-vars': [
      'error',
      {
        ignoreRestSiblings: true,
      },
    ],
    'no-warning-comments': 'error',
    'object-shorthand': 'error',
    'prefer-const': 'error',
    'prefer-rest-params': 'error',
    radix: 'error',
    'symbol-description': 'error',
    'no-underscore-dangle': 'off',
    'no-shadow': 'off',
    'import/no-named-as-default-member': 'off',
    'no-new': 'off',
    'typescript/consistent-return': 'off',
    'promise/always-return': 'off',
    'typescript/await-thenable': 'error',
    'typescript/ban-ts-comment': 'error',
    'typescript/consistent-type-exports': 'error',
    'typescript/consistent-type-imports': [
      'error',
      {
        disallowTypeAnnotations: true,
      },
    ],
    'typescript/no-base-to-string': 'error',
    'typescript/no-deprecated': 'error',
    'typescript/no-dynamic-delete': 'error',
    'typescript/no-explicit-any': 'error',
    'typescript/no-floating-promises': 'error',
    'typescript/no-import-type-side-effects': 'error',
    'typescript/no-misused-promises': 'error',
    'typescript/no-namespace': 'error',
    'typescript/no-non-null-assertion': 'error',
    'typescript/no-require-imports': 'error',
    'typescript/no-unsafe-argument': 'error',
    'typescript/no-unsafe-assignment': 'error',
    'typescript/no-unsafe-call': 'error',
    'typescript/no-unsafe-function-type': 'error',
    'typescript/no-unsafe-member-access': 'error',
    'typescript/no-unsafe-return': 'error',
    'typescript/no-unsafe-type-assertion': 'off',
    'typescript/only-throw-error': 'error',
    'typescript/prefer-nullish-coalescing': 'error',
    'typescript/prefer-promise-reject-errors': 'error',
    'typescript/restrict-plus-operands': 'error',
    'typescript/return-await': ['error', 'error-handling-correctness-only'],
    'typescript/switch-exhaustiveness-check': [
      'error',
      {
        considerDefaultExhaustiveForUnions: true,
      },
    ],
    'typescript/use-unknown-in-catch-callback-variable': 'error',
    'unicorn/no-abusive-eslint-disable': 'error',
    'unicorn/no-instanceof-array': 'error',
    'unicorn/no-new-buffer': 'error',
    'unicorn/prefer-node-protocol': 'error',
    'unicorn/prefer-number-properties': 'error',
    'unicorn/throw-new-error': 'error',
  },
  overrides: [
    {
      files: pureLayers.map((layer) => `src/${layer}/**`),
      rules: {
        'no-restricted-globals': [
          'error',
          {
            name: 'fetch',
            message: 'The pure core has no clock, no I/O and no global state.',
          },
          {
            name: 'caches',
            message: 'The pure core has no clock, no I/O and no global state.',
          },
          {
            name: 'process',
            message: 'The pure core has no clock, no I/O and no global state.',
          },
          {
            name: 'performance',
            message: 'The pure core has no clock, no I/O and no global state.',
          },
          {
            name: 'setTimeout',
            message: 'The pure core has no clock, no I/O and no global state.',
          },
          {
            name: 'setInterval',
            message: 'The pure core has no clock, no I/O and no global state.',
          },
          {
            name: 'localStorage',
            message: 'The pure core has no clock, no I/O and no global state.',
          },
        ],
        'no-restricted-properties': [
          'error',
          {
            object: 'Date',
            property: 'now',
            message: 'The pure core has no clock and no chance: pass the value in.',
          },
          {
            object: 'Math',
            property: 'random',
            message: 'The pure core has no clock and no chance: pass the value in.',
          },
          {
            object: 'crypto',
            property: 'randomUUID',
            message: 'The pure core has no clock and no chance: pass the value in.',
          },
          {
            object: 'crypto',
            property: 'getRandomValues',
            message: 'The pure core has no clock and no chance: pass the value in.',
          },
        ],
      },
    },
    ...wallRules(),
    {
      files: ['**/*.d.ts'],
      rules: {
        'typescript/consistent-type-imports': 'off',
      },
    },
    {
      files: ['**/*.js'],
      rules: {
        'typescript/no-unsafe-call': 'off',
        'typescript/no-unsafe-member-access': 'off',
      },
    },
    {
      files: ['src/host/cloudflare/worker.ts', '*.config.ts', 'test/bench/**'],
      rules: {
        'import/no-default-export': 'off',
      },
    },
    {
      files: ['src/cli/**', 'src/host/cloudflare/worker.ts', 'test/**'],
      rules: {
        'no-console': 'off',
      },
    },
    {
      files: ['test/**'],
      plugins: ['vitest'],
      rules: {
        'vitest/no-focused-tests': 'error',
        'vitest/no-disabled-tests': 'error',
        'vitest/no-identical-title': 'error',
        'vitest/expect-expect': 'off',
        'vitest/require-to-throw-message': 'off',
        'vitest/valid-expect': [
          'error',
          {
            maxArgs: 2,
          },
        ],
        'vitest/require-mock-type-parameters': 'off',
        'max-lines-per-function': 'off',
        'import/no-unassigned-import': 'off',
        'typescript/no-unsafe-argument': 'off',
        'typescript/no-unsafe-assignment': 'off',
        'typescript/no-unsafe-call': 'off',
        'typescript/no-unsafe-member-access': 'off',
        'typescript/no-unsafe-return': 'off',
        'typescript/no-non-null-assertion': 'off',
        'typescript/unbound-method': 'off',
        'typescript/require-array-sort-compare': 'off',
        'unicorn/consistent-function-scoping': 'off',
      },
    },
    {
      // Cases that test/conformance/http.test.ts runs.
      files: ['test/conformance/clauses/**'],
      plugins: ['vitest'],
      rules: { 'vitest/no-standalone-expect': 'off' },
    },
  ],
})
