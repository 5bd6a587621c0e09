// An application of its own: the code of the data process is compiled by a process of the same kind, under the same flags,
// as the one that will run it; elsewhere it would be compiled for another engine. That process opens a space made for this
// and is asked what a first page asks, for the engine keeps the functions that were used.
const path = require('node:path')
const { MessageChannelMain, app, utilityProcess } = require('electron')

const [code, given] = process.argv.slice(-2)
const { config, flags } = JSON.parse(given)

app.whenReady().then(compile).catch(fail)

async function compile() {
  const child = utilityProcess.fork(path.join(__dirname, 'worker.js'), [code], {
    execArgv: flags,
    stdio: 'inherit',
  })
  child.once('exit', (status) => app.exit(status))
  child.postMessage({ type: 'start', config })
  const { port1, port2 } = new MessageChannelMain()
  child.postMessage({ type: 'port' }, [port2])
  await askFirstQuestions(port1)
  child.postMessage({ type: 'keep' })
}

async function askFirstQuestions(port) {
  const { createORPCClient } = await import('@orpc/client')
  const { RPCLink } = await import('@orpc/client/message-port')
  const api = createORPCClient(new RPCLink({ port }))
  port.start()
  const events = await api.events({})
  await Promise.all([
    api.space.state({}),
    api.people.list({ offset: 0, limit: 100, sort: [{ field: 'name', direction: 'asc' }] }),
    api.lists.views({ list: 'people' }),
    api.settings.get({}),
    api.members.current({}),
  ])
  await events.return()
}

function fail(reason) {
  console.error(reason)
  app.exit(1)
}
