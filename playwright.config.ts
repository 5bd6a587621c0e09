import { defineConfig } from '@playwright/test'

export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.e2e.ts',
  outputDir: 'test-results/e2e',
  // One app at a time: each journey has the machine, and the display, to itself.
  workers: 1,
  // Where machines are shared, a journey that waited for the machine is tried again; its first failure stays told.
  retries: process.env['CI'] === 'true' ? 2 : 0,
  timeout: 120_000,
  expect: { timeout: 10_000 },
  forbidOnly: process.env['CI'] === 'true',
  reporter: [['list'], ['json', { outputFile: 'test-results/playwright.json' }]],
  use: { trace: 'retain-on-failure' },
})
