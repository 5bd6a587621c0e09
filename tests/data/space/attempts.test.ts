import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { countingAttempt, secondsFor, secondsToWait } from '../../../src/data/space/attempts'
import { closeSpace, openSpace } from '../../../src/data/space/open-space'
import { aClosedSpace, aWorld, code, passphrase } from './world'

test('the wait doubles from one second to sixty', () => {
  expect([0, 1, 2, 3, 4, 5, 6, 7, 8, 50].map(secondsFor)).toEqual([0, 1, 2, 4, 8, 16, 32, 60, 60, 60])
})

test('each wrong passphrase makes the next one wait, the right one included, and success forgets them', async () => {
  const world = aWorld()
  await aClosedSpace(world)
  const open = (typed: string) => openSpace(world.dependencies, world.folder, { kind: 'passphrase', passphrase: typed })
  for (const seconds of [1, 2, 4]) {
    await expect(open('wrong')).rejects.toThrow(code('wrongPassphrase'))
    expect(await secondsToWait(world.dependencies, world.folder)).toBe(seconds)
    await expect(open(passphrase)).rejects.toMatchObject({ code: 'tooManyAttempts', data: { seconds } })
    world.wait(seconds)
  }
  await closeSpace(await open(passphrase))
  expect(await secondsToWait(world.dependencies, world.folder)).toBe(0)
})

test('starting again does not begin again: the count is on the disk before the guess is made', async () => {
  const world = aWorld()
  mkdirSync(world.folder, { recursive: true })
  let onDisk = ''
  const wrong = async () => {
    onDisk = readFileSync(join(world.folder, 'attempts.json'), 'utf8')
    throw new Error('wrong')
  }
  await expect(countingAttempt(world.dependencies, world.folder, wrong)).rejects.toThrow('wrong')
  expect(JSON.parse(onDisk)).toMatchObject({ failed: 1 })

  // Another process: nothing in memory for this folder's new name, the file alone speaks.
  const restarted = aWorld()
  mkdirSync(restarted.folder, { recursive: true })
  writeFileSync(join(restarted.folder, 'attempts.json'), onDisk)
  expect(await secondsToWait(restarted.dependencies, restarted.folder)).toBe(1)
  writeFileSync(join(restarted.folder, 'attempts.json'), 'touched by someone')
  await expect(countingAttempt(restarted.dependencies, restarted.folder, wrong)).rejects.toThrow('wrong')
  expect(await secondsToWait(restarted.dependencies, restarted.folder)).toBe(60)
})

test('ten guesses at once are made one after the other', async () => {
  const world = aWorld()
  mkdirSync(world.folder, { recursive: true })
  let made = 0
  const guesses = Array.from({ length: 10 }, () =>
    countingAttempt(world.dependencies, world.folder, async () => {
      made++
      throw new Error('wrong')
    }).catch((error: unknown) => error),
  )
  const outcomes = await Promise.all(guesses)
  expect(made).toBe(1)
  expect(outcomes.slice(1)).toEqual(Array.from({ length: 9 }, () => code('tooManyAttempts')))
})

test('a clock set back makes nobody wait longer than the delay', async () => {
  const world = aWorld()
  mkdirSync(world.folder, { recursive: true })
  const wrong = () => Promise.reject(new Error('wrong'))
  await expect(countingAttempt(world.dependencies, world.folder, wrong)).rejects.toThrow('wrong')
  world.at('2001-01-01T00:00:00.000Z')
  expect(await secondsToWait(world.dependencies, world.folder)).toBe(1)
})
