import { availableParallelism } from 'node:os'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

// The screens are tried on the build of React that the application ships: the other, which notes for each element where it
// was made, costs half as much again. It is asked for by NODE_ENV=development, for its warnings and its errors in full.
const develops = process.env['NODE_ENV'] === 'development'

export default defineConfig({
  plugins: [react()],
  test: {
    maxWorkers: availableParallelism(), // left alone it keeps one core for itself, which is half of a small machine
    testTimeout: 30_000, // the machines that run these are sometimes busy with several things
    globalSetup: ['tests/support/in-memory.ts'],
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          isolate: false, // these modules keep nothing from one test to the next, and are read once
          environment: 'node',
          setupFiles: ['tests/support/each-test.ts'],
          include: ['src/{shared,data,reader,main}/**/*.test.ts', 'tests/{data,migrations,scripts}/**/*.test.ts'],
        },
      },
      {
        extends: true,
        oxc: { jsx: { development: develops } },
        test: {
          name: 'renderer',
          env: { NODE_ENV: develops ? 'development' : 'production' },
          // As for the journeys: where machines are shared, a screen that waited for the machine is tried again, and it is told.
          retry: process.env['CI'] === 'true' ? 2 : 0,
          isolate: false, // reading React, Mantine and AG Grid again for each file costs as much as the tests of one
          environment: './tests/support/one-window.ts',
          include: ['src/renderer/**/*.test.{ts,tsx}', 'tests/renderer/**/*.test.{ts,tsx}'],
          // What is drawn goes first, then what answers it.
          setupFiles: ['tests/support/each-test.ts', 'tests/support/act.ts', 'tests/support/dom.ts'],
        },
      },
    ],
  },
})
