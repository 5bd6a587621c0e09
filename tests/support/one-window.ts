import { builtinEnvironments, type Environment } from 'vitest/runtime'

let opened: Promise<unknown> | undefined

/**
 * One jsdom window for all the files of a worker, as the application has one: what the modules of the renderer took from
 * it when they were read stays true, and Mantine, AG Grid and the router are read once and not once a file.
 */
export default {
  name: 'one-window',
  viteEnvironment: 'client',
  async setup(global, options) {
    opened ??= Promise.resolve(builtinEnvironments.jsdom.setup(global, options))
    await opened
    return { teardown: () => undefined } // it ends with its worker
  },
} satisfies Environment
