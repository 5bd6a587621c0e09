// An application of its own: the code that its argument names is compiled by a process of the same kind, under the same
// flags, as the one that will run it; elsewhere it would be compiled for another engine.
const path = require('node:path')
const { app, utilityProcess } = require('electron')

void app.whenReady().then(() => {
  const child = utilityProcess.fork(path.join(__dirname, 'worker.js'), [process.argv.at(-1)], { stdio: 'inherit' })
  child.once('exit', (code) => app.exit(code))
})
