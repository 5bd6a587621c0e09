import { AppError } from '../shared/errors'
import type { Doorway, ShellEventName, ShellEvents, ShellInput, ShellName, ShellOutput } from '../shared/shell'
import { portGiven, portWanted } from '../shared/shell-names'
import { portLost, usePort } from './connection'

declare global {
  interface Window {
    /** Put there by the preload. A page opened outside the application has none. */
    readonly palier?: Doorway
  }
}

/** What only the window's process can do: dialogs, printing, the window itself. */
export async function callShell<Name extends ShellName>(
  name: Name,
  input: ShellInput<Name>,
): Promise<ShellOutput<Name>> {
  if (!window.palier) throw new AppError('unexpected')
  const reply = await window.palier.shell(name, input)
  if (!reply.ok) throw new AppError(reply.code)
  return reply.value
}

/** Listens to what the window's process announces; answers how to stop. */
export function onShell<Name extends ShellEventName>(
  name: Name,
  listener: (event: ShellEvents[Name]) => void,
): () => void {
  return window.palier?.on(name, listener) ?? (() => undefined)
}

/** Takes the port to the data process, now and each time that process is started anew. */
export function connectToData(): void {
  window.addEventListener(portGiven, (event) => {
    const [port] = event instanceof MessageEvent ? event.ports : []
    if (port) usePort(port)
  })
  onShell('data-stopped', portLost)
  onShell('data-restarted', askForPort)
  askForPort()
}

function askForPort(): void {
  window.dispatchEvent(new Event(portWanted))
}
