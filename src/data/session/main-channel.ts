import { AppError, isErrorCode } from '../../shared/errors.ts'
import type { FromData, ToData } from '../../shared/processes.ts'
import type { OpenReader, ReaderPort } from '../context.ts'
import type { Keychain } from './keychain.ts'

type Answer = (message: ToData, ports: readonly Electron.MessagePortMain[]) => void

export interface MainChannel {
  readonly receive: (message: ToData, ports: readonly Electron.MessagePortMain[]) => void
  readonly openReader: OpenReader
  readonly keychain: Keychain
}

/** What the data process asks of main, which alone can fork and reach the keychain; answers come back by id. */
export function mainChannel(tell: (message: FromData) => void): MainChannel {
  const waiting = new Map<number, Answer>()
  let lastId = 0

  function ask<T>(
    question: (id: number) => FromData,
    read: (message: ToData, ports: readonly Electron.MessagePortMain[]) => T,
  ): Promise<T> {
    const id = (lastId += 1)
    return new Promise<T>((resolve, reject) => {
      waiting.set(id, (message, ports) => {
        try {
          resolve(read(message, ports))
        } catch (error) {
          reject(error)
        }
      })
      tell(question(id))
    })
  }

  return {
    receive(message, ports) {
      if (!('id' in message)) return
      const answer = waiting.get(message.id)
      waiting.delete(message.id)
      answer?.(message, ports)
    },
    async openReader() {
      let id = 0
      const port = await ask(
        (asked) => ({ type: 'reader', id: (id = asked) }),
        (message, [received]) => {
          if (message.type !== 'reader' || !received) throw new AppError('readerStopped')
          return received
        },
      )
      return { port: readerPort(port), stop: () => tell({ type: 'reader-stop', id }) }
    },
    keychain: (op, bytes) =>
      ask(
        (id) => ({ type: 'keychain', id, op, bytes }),
        (message) => {
          if (message.type === 'keychain') return { bytes: message.bytes, renewed: message.renewed }
          const code = 'code' in message ? message.code : null
          throw new AppError(isErrorCode(code) ? code : 'keychainUnavailable')
        },
      ),
  }
}

function readerPort(port: Electron.MessagePortMain): ReaderPort {
  port.start()
  return {
    postMessage: (message) => port.postMessage(message),
    onMessage: (listener) => void port.on('message', (event) => listener(event.data)),
    onClose: (listener) => void port.on('close', listener),
    close: () => port.close(),
  }
}
