// One suite each: unit and database specs beside the code, end-to-end specs in test/ through the public API. `npm test`
// leaves out what takes minutes: *.heavy.ts.
const shared = {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.tsx?$': '@swc/jest' },
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  testEnvironmentOptions: { customExportConditions: ['source', 'node', 'node-addons'] },
  modulePathIgnorePatterns: ['/dist/'],
  transformIgnorePatterns: ['/node_modules/'],
};

export default {
  testTimeout: 60_000,
  testSequencer: '<rootDir>/scripts/jest/sequencer.mjs',
  projects: [
    {
      ...shared,
      displayName: 'unit',
      testMatch: ['<rootDir>/libs/**/*.spec.ts', '<rootDir>/apps/**/*.spec.ts', '<rootDir>/tools/**/*.spec.ts'],
      testPathIgnorePatterns: ['\\.(db|kafka)\\.spec\\.ts$'],
    },
    {
      ...shared,
      displayName: 'db',
      testMatch: ['<rootDir>/libs/**/*.db.spec.ts'],
      globalSetup: '<rootDir>/libs/testing/global-setup-db.mjs',
      setupFilesAfterEnv: ['<rootDir>/libs/testing/until-set-up.mjs'],
      globalTeardown: '<rootDir>/libs/testing/global-teardown-db.mjs',
    },
    // Needs HAVEN_TEST_KAFKA_BROKERS (scripts/kafka-for-tests.mjs starts some) and HAVEN_TEST_POSTGRES_URL; skipped without.
    { ...shared, displayName: 'kafka', testMatch: ['<rootDir>/libs/**/*.kafka.spec.ts'] },
    {
      ...shared,
      displayName: 'e2e',
      testMatch: ['<rootDir>/test/src/**/*.spec.ts'],
      globalSetup: '<rootDir>/test/global-setup.mjs',
      setupFilesAfterEnv: ['<rootDir>/test/until-set-up.mjs'],
      globalTeardown: '<rootDir>/test/global-teardown.mjs',
    },
    { ...shared, displayName: 'heavy', testMatch: ['<rootDir>/test/src/**/*.heavy.ts'] },
    // Starts brokers and PostgreSQL of its own, and kills them.
    { ...shared, displayName: 'chaos', testMatch: ['<rootDir>/tools/chaos/src/**/*.chaos.ts'] },
  ],
};
