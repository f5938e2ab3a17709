import tseslint from 'typescript-eslint';
import requireOperation from './libs/security/eslint/require-operation.mjs';

const sizes = {
  'max-lines': ['error', { max: 400 }],
  'max-lines-per-function': ['error', { max: 60 }],
  complexity: ['error', 15],
  'max-params': ['error', 6],
};

export default tseslint.config(
  {
    ignores: [
      '**/dist/**',
      '**/node_modules/**',
      '.cache/**',
      '.haven/**',
      'coverage/**',
      'test/console/results/**',
      'apps/console/src/graphql-env.d.ts',
    ],
  },
  ...tseslint.configs.recommended,
  {
    files: ['**/*.ts', '**/*.tsx'],
    languageOptions: {
      parserOptions: { projectService: { allowDefaultProject: ['libs/security/eslint/*.ts'] }, tsconfigRootDir: import.meta.dirname },
    },
    plugins: { haven: requireOperation },
    rules: {
      ...sizes,
      'haven/require-operation': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-unused-expressions': ['error', { allowShortCircuit: true, allowTernary: true }],
      'no-console': 'error',
      eqeqeq: 'error',
    },
  },
  { files: ['**/*.mjs', '**/*.cjs'], rules: sizes },
  // A describe block is one function by syntax only.
  {
    files: ['**/*.spec.ts', 'test/**/*.ts', 'tools/chaos/**/*.ts'],
    plugins: { haven: requireOperation },
    rules: {
      'max-lines-per-function': 'off',
      'no-console': 'off',
      '@typescript-eslint/no-floating-promises': 'off',
      'haven/require-operation': 'off',
    },
  },
  // Tables of the demo generator: a row is one call.
  { files: ['libs/demo/{generator,check}/**'], rules: { 'max-params': 'off' } },
);
