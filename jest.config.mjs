import { availableParallelism } from 'node:os';

/** @type {import('jest').Config} */
export default {
  roots: [
    '<rootDir>/packages',
    '<rootDir>/checks',
    '<rootDir>/tools',
    '<rootDir>/examples',
    '<rootDir>/scripts',
  ],
  globalSetup: '<rootDir>/tools/compiled-programs/src/jest-set-up.ts',
  testMatch: ['**/test/**/*.test.ts'],
  testEnvironment: 'node',
  testEnvironmentOptions: {
    customExportConditions: ['@egoi-client/source', 'node', 'node-addons'],
  },
  testSequencer: '<rootDir>/scripts/jest-order.mjs',
  // One more for every two processors: many tests wait, for processes and for time limits.
  maxWorkers: Math.ceil(availableParallelism() * 1.5),
  // For tests that hang, and only for those: on a machine with other work everything takes its time.
  testTimeout: 600_000,
  modulePathIgnorePatterns: ['<rootDir>/(packages|checks|tools)/[^/]+/dist/'],
  reporters: ['default', '<rootDir>/scripts/jest-tally.mjs'],
  // Of packages from npm, one that has no CommonJS form and that sources import at once.
  transformIgnorePatterns: ['/node_modules/(?!(\\.pnpm/)?fast-string-truncated-width)'],
  transform: {
    '^.+\\.ts$|/fast-string-truncated-width/.+\\.js$': [
      '@swc/jest',
      {
        swcrc: false,
        jsc: { target: 'es2023', parser: { syntax: 'typescript' } },
        module: { type: 'commonjs' },
        sourceMaps: 'inline',
      },
    ],
  },
};
