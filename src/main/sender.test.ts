import { expect, test } from 'vitest'
import { isOurPage } from './sender.ts'

const url = 'app://palier/'
const mainFrame = { url }
const contents = { mainFrame }
const ours = { contents, url }

test('our page speaks, wherever it has gone inside itself', () => {
  expect(isOurPage({ sender: contents, senderFrame: mainFrame }, ours)).toBe(true)
  const deep = { url: 'app://palier/#/people/1' }
  const travelled = { mainFrame: deep }
  expect(isOurPage({ sender: travelled, senderFrame: deep }, { contents: travelled, url })).toBe(true)
})

test.each([
  ['another window', { sender: { mainFrame }, senderFrame: mainFrame }],
  ['a frame inside the page', { sender: contents, senderFrame: { url } }],
  ['a frame that is gone', { sender: contents, senderFrame: null }],
])('%s does not', (_who, event) => expect(isOurPage(event, ours)).toBe(false))

test.each(['about:blank', 'https://palier/', 'app://palier.example/', 'app://palier/index.html', 'app://document/'])(
  'our window at %s does not',
  (address) => {
    const frame = { url: address }
    const elsewhere = { mainFrame: frame }
    expect(isOurPage({ sender: elsewhere, senderFrame: frame }, { contents: elsewhere, url })).toBe(false)
  },
)

test('nobody does once the window is gone', () => {
  expect(isOurPage({ sender: contents, senderFrame: mainFrame }, null)).toBe(false)
})
