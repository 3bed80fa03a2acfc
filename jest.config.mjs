/** @type {import('jest').Config} */
export default {
  roots: ['<rootDir>/packages', '<rootDir>/scripts'],
  testMatch: ['**/test/**/*.test.ts'],
  testEnvironment: 'node',
  testEnvironmentOptions: {
    customExportConditions: ['@egoi-client/source', 'node', 'node-addons'],
  },
  maxWorkers: '100%',
  modulePathIgnorePatterns: ['<rootDir>/packages/[^/]+/dist/'],
  reporters: ['default', '<rootDir>/scripts/jest-tally.mjs'],
  transform: {
    '^.+\\.ts$': [
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
