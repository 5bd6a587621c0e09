import { defineConfig } from 'vitest/config'

// Processes that are killed in the middle of their work: apart from the tests that run at every change.
export default defineConfig({
  test: { environment: 'node', include: ['tests/faults/**/*.test.ts'] },
})
