// npm run test:faults: kills inside writes, 200 of them; within npm test, fewer. PALIER_KILLS says how many.
import { inRoot } from './support/root.ts'
import { show } from './support/run.ts'
import { main } from './support/say.ts'

const asked = process.env['PALIER_KILLS'] ?? (process.argv.includes('--few') ? '25' : '200')

await main(() =>
  show(
    process.execPath,
    [
      inRoot('node_modules/vitest/vitest.mjs'),
      'run',
      '--config',
      'vitest.faults.config.ts',
      '--reporter=default',
      '--reporter=json',
      '--outputFile.json=test-results/faults.json',
    ],
    { env: { ...process.env, PALIER_KILLS: asked } },
  ),
)
