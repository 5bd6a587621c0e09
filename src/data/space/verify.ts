import { Worker } from 'node:worker_threads'
import * as z from 'zod'
import { AppError, errorCodes } from '../../shared/errors.ts'
import type { CheckedCopy, CheckOrder } from './check-copy.ts'
import type { SpaceDependencies } from './dependencies.ts'

const Answer = z.union([
  z.object({
    checked: z.object({
      counts: z.record(z.string(), z.number().int()),
      schemaVersion: z.number().int(),
      lastChange: z.string().nullable(),
    }),
  }),
  z.object({
    refused: z.object({
      code: z.enum(errorCodes),
      data: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
    }),
  }),
])

/**
 * Reads a whole copy on another thread, after giving it `newFileKey` if there is one. Both keys are handed over: they
 * are wiped here and there.
 */
export async function verifyCopy(
  { verifyWorker, newestSchema, nativeBinding }: SpaceDependencies,
  path: string,
  fileKey: Buffer,
  newFileKey: Buffer | null = null,
): Promise<CheckedCopy> {
  const order: CheckOrder = {
    path,
    fileKey: handOver(fileKey),
    newFileKey: newFileKey === null ? null : handOver(newFileKey),
    newestSchema,
    nativeBinding,
  }
  const transferList = [order.fileKey, order.newFileKey].flatMap((key) =>
    key === null ? [] : [key.buffer as ArrayBuffer],
  )
  const worker = new Worker(verifyWorker, { workerData: order, transferList, env: {}, execArgv: [] })
  try {
    const answer = Answer.parse(await firstMessage(worker))
    if ('refused' in answer) throw new AppError(answer.refused.code, answer.refused.data)
    return answer.checked
  } finally {
    await worker.terminate()
  }
}

function handOver(key: Buffer): Uint8Array {
  const own = new Uint8Array(key)
  key.fill(0)
  return own
}

function firstMessage(worker: Worker): Promise<unknown> {
  return new Promise((resolve, reject) => {
    worker.once('message', resolve)
    worker.once('error', reject)
    worker.once('exit', (code) => reject(new Error(`the check ended without an answer (${code})`)))
  })
}
