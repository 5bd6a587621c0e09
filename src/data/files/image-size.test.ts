import fc from 'fast-check'
import { expect, test } from 'vitest'
import { jpegBytes, pdfBytes, pictures, pngBytes, webpBytes } from '../../../tests/support/papers.ts'
import { smallPng } from '../demo/small-png.ts'
import { imageSizeOf } from './image-size.ts'

const { jpg, webp, losslessWebp, extendedWebp } = pictures

test.each([
  ['png', smallPng(5, 3, () => [0, 0, 0, 255])],
  ['jpg', jpg],
  ['webp', webp],
  ['webp', losslessWebp],
  ['webp', extendedWebp],
] as const)('a %s of five by three says so', (format, bytes) => {
  expect(imageSizeOf(format, bytes)).toEqual({ width: 5, height: 3 })
})

test.each([
  ['png', pngBytes],
  ['jpg', jpegBytes],
  ['webp', webpBytes],
  ['png', smallPng(0, 3, () => [0, 0, 0, 0])],
  ['pdf', pdfBytes()],
  ['jpg', jpg.subarray(0, 30)],
] as const)('a %s that does not say is none', (format, bytes) => {
  expect(imageSizeOf(format, bytes)).toBe(null)
})

test('whatever bytes come, an answer does', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('png', 'jpg', 'webp'),
      fc.nat(400),
      fc.uint8Array({ maxLength: 40 }),
      (format, at, noise) => {
        const whole = { png: smallPng(5, 3, () => [0, 0, 0, 0]), jpg, webp }[format]
        const spoiled = Buffer.from(whole)
        spoiled.set(noise.subarray(0, Math.max(0, spoiled.length - at)), Math.min(at, spoiled.length))
        const size = imageSizeOf(format, spoiled)
        expect(size === null || (size.width > 0 && size.height > 0)).toBe(true)
      },
    ),
  )
})
