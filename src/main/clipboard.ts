import { clipboard } from 'electron'

const oneMinute = 60_000
let personalText: string | null = null
let clearing: NodeJS.Timeout | undefined

/** What concerns a person does not stay on the clipboard, where any application reads it. */
export async function copyText(text: string, personal: boolean): Promise<void> {
  clearTimeout(clearing)
  personalText = personal ? text : null
  await clipboard.writeText(text)
  if (personal) clearing = setTimeout(() => void forgetPersonalText(), oneMinute)
}

/** Unless something else was copied since. */
export async function forgetPersonalText(): Promise<void> {
  clearTimeout(clearing)
  if (personalText !== null && (await clipboard.readText()) === personalText) await clipboard.writeText('')
  personalText = null
}
