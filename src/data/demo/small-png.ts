import { crc32, deflateSync } from 'node:zlib'

/** Red, green, blue and how opaque, from 0 to 255. */
export type Colour = readonly [red: number, green: number, blue: number, alpha: number]

/** A picture drawn point by point, whole as any reader expects it. */
export function smallPng(width: number, height: number, colourAt: (x: number, y: number) => Colour): Buffer {
  const lines = Buffer.alloc((width * 4 + 1) * height) // each line begins with its filter: none
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) lines.set(colourAt(x, y), y * (width * 4 + 1) + 1 + x * 4)
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 6, 0, 0, 0], 8) // eight bits a channel, with transparency
  const signature = Buffer.from('\u0089PNG\r\n\u001A\n', 'latin1')
  const parts = [part('IHDR', head), part('IDAT', deflateSync(lines, { level: 9 })), part('IEND', Buffer.alloc(0))]
  return Buffer.concat([signature, ...parts])
}

function part(name: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), content])
  const around = Buffer.alloc(8)
  around.writeUInt32BE(content.length, 0)
  around.writeUInt32BE(crc32(named), 4)
  return Buffer.concat([around.subarray(0, 4), named, around.subarray(4)])
}
