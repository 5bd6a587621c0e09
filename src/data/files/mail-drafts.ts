import { shownFileName } from '../../shared/rules/papers.ts'
import type { NewFile } from './new-file.ts'
import { zipInto } from './zip-file.ts'

export interface MailDraft {
  readonly to: string
  readonly subject: string
  readonly body: string
}

/** One file a message, numbered in their order: a mail program opens each as a draft to be read again and sent. */
export async function writeDrafts(file: NewFile, drafts: readonly MailDraft[]): Promise<void> {
  const zip = zipInto(file)
  const digits = Math.max(2, String(drafts.length).length)
  for (const [index, draft] of drafts.entries()) {
    const name = `${String(index + 1).padStart(digits, '0')} ${shownFileName(draft.to).replaceAll(/[^\w@.-]/g, '_')}.eml`
    await zip.part(name, [mailDraft(draft)])
  }
  await zip.end()
}

/**
 * A message as every mail program reads it. `X-Unsent` makes of it a draft; no sender is written, the program has its
 * own. Headers hold no line of the text: nothing typed can become a header.
 */
export function mailDraft({ to, subject, body }: MailDraft): string {
  const lines = [
    `To: ${oneLine(to)}`,
    `Subject: ${encodedWords(oneLine(subject))}`,
    'X-Unsent: 1',
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: base64',
    '',
    ...folded(Buffer.from(body.replaceAll(/\r?\n/g, '\r\n'), 'utf8').toString('base64'), 76),
    '',
  ]
  return lines.join('\r\n')
}

function oneLine(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim()
}

const bytesInWord = 42 // 56 letters of base64: a word and the name of its header hold in 78

/** A header in UTF-8, in words short enough for old relays, none cut inside a letter (RFC 2047). */
function encodedWords(text: string): string {
  if (/^[\x20-\x7E]{0,60}$/.test(text)) return text
  const words: string[] = []
  let word = ''
  for (const letter of text) {
    if (Buffer.byteLength(word + letter) > bytesInWord) {
      words.push(word)
      word = ''
    }
    word += letter
  }
  return [...words, word].map((part) => `=?utf-8?B?${Buffer.from(part).toString('base64')}?=`).join('\r\n ')
}

function folded(text: string, width: number): readonly string[] {
  return text.match(new RegExp(`.{1,${width}}`, 'g')) ?? []
}
