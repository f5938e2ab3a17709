import tseslint from 'typescript-eslint';
import requireOperation from './libs/security/eslint/require-operation.mjs';

const sizes = {
  'max-lines': ['error', { max: 400 }],
  'max-lines-per-function': ['error', { max: 60 }],
  complexity: ['error', 15],
  'max-params': ['error', 6],
};

/** Walls inside of files, where dependency-cruiser does not look. Of several that fit a file the last one counts, so it names all. */
const wall = (files, ...refused) => ({
  files,
  ignores: ['**/*.spec.ts', '**/*.fixture.ts'],
  rules: { 'no-restricted-syntax': ['error', ...refused.map(([selector, message]) => ({ selector, message }))] },
});
const pastTheRole = [
  ':matches(MemberExpression[property.name="dataSource"], Property[key.name="dataSource"])',
  'Read and write through `single`, `read`, `snapshot` and `transaction`: they are under the role of the service.',
];
const speaksGraphql = [
  'PropertyDefinition[key.name="extensions"]',
  'A rule speaks no GraphQL: an exception filter in graphql/ says how the error is told.',
];
const decidesWhoMay = [
  'ImportSpecifier[imported.name=/^(mayWrite|mayReachHold)$/]',
  'Who may do it is decided in the use case, which the command line and other adapters call as well.',
];
const namesMembersTwice = ['ImportSpecifier[imported.name="createUnionType"]', 'answerUnion says the members of a union once.'];
const knowsServices = [
  'Literal[value=/^(registry|capacity|matching)$/]',
  'What every process has around its domain knows no service: the definition of the service tells it.',
];
const services = 'libs/{registry,capacity,matching,identity}/src';
const walls = [
  wall([`${services}/**/*.ts`, 'apps/**/*.ts'], pastTheRole, speaksGraphql),
  wall([`${services}/{graphql,rest}/**/*.ts`], pastTheRole, decidesWhoMay, namesMembersTwice),
  wall(['libs/server/src/**/*.ts'], pastTheRole, knowsServices),
  wall(['libs/messaging/src/{inbox,parking}/**/*.ts', 'libs/messaging/src/outbox/{outbox,relay,relay-lease}.ts'], pastTheRole),
];

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
  { files: ['**/*.cjs'], rules: { '@typescript-eslint/no-require-imports': 'off' } },
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
  ...walls,
  // Tables of the demo generator: a row is one call.
  { files: ['libs/demo/{generator,check}/**'], rules: { 'max-params': 'off' } },
);
