import { defineConfig } from 'vitest/config';

/**
 * One project a kind of test. `npm test` runs what needs no other service and no browser.
 * services: PostgreSQL (DATABASE_URL) and Redis; contract: OPENAPI_DIR; faults: long fault and kill runs.
 */
const project = (name: string, include: string[], exclude: string[] = []) => ({
  test: { name, include, exclude, testTimeout: 20_000, hookTimeout: 60_000 },
});

export default defineConfig({
  test: {
    projects: [
      project('unit', [
        'tests/*.test.ts',
        'tests/{domain,policies,connectors,shared,services,store,live,jobs,http,auth,sandbox,scripts}/**/*.test.ts',
      ]),
      project('api', ['tests/api/**/*.test.ts']),
      project('client', ['tests/client/**/*.test.{ts,tsx}']),
      project('services', [
        'tests/{store,live,jobs,services}/**/*.test.ts',
        'tests/twee-processen/**/*.test.ts',
      ]),
      project('contract', ['tests/contract/**/*.test.ts']),
      project('faults', ['tests/faults/**/*.test.ts']),
    ],
  },
});
