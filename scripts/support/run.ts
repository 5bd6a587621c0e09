import { spawn } from 'node:child_process'
import { root } from './root.ts'

export type RunOptions = {
  readonly cwd?: string
  readonly env?: NodeJS.ProcessEnv
  readonly timeout?: number
}

export type Outcome = { readonly code: number; readonly output: string }

/** Runs a command to its end and keeps what it wrote (both streams, in order). Never throws on a refusal. */
export function attempt(command: string, args: readonly string[], options: RunOptions = {}): Promise<Outcome> {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: options.cwd ?? root,
      env: options.env ?? process.env,
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(options.timeout === undefined ? {} : { timeout: options.timeout }),
    })
    let output = ''
    const keep = (chunk: Buffer) => (output += chunk.toString('utf8'))
    child.stdout.on('data', keep)
    child.stderr.on('data', keep)
    child.once('error', (error) => resolve({ code: 127, output: `${output}${error.message}\n` }))
    child.once('close', (code) => resolve({ code: code ?? 1, output }))
  })
}

/** As attempt(), but a refusal is an error that carries the whole output. */
export async function run(command: string, args: readonly string[], options: RunOptions = {}): Promise<string> {
  const { code, output } = await attempt(command, args, options)
  if (code !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${code}\n${output}`)
  return output
}

/** Hands the terminal to a command; Ctrl+C reaches it, and its code comes back. */
export function show(command: string, args: readonly string[], options: RunOptions = {}): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: options.cwd ?? root,
      env: options.env ?? process.env,
      stdio: 'inherit',
    })
    // The terminal sends Ctrl+C to the whole group; a kill sent to this process alone is passed on.
    const pass = (signal: NodeJS.Signals) => child.kill(signal)
    const wait = () => undefined
    process.on('SIGTERM', pass)
    process.on('SIGINT', wait)
    const settle = () => {
      process.off('SIGTERM', pass)
      process.off('SIGINT', wait)
    }
    child.once('error', (error) => {
      settle()
      reject(error)
    })
    child.once('close', (code, signal) => {
      settle()
      resolve(code ?? (signal === 'SIGINT' ? 130 : 1))
    })
  })
}
