const group = '([0-9A-HJKMNP-TV-Z]{4})'
const key = new RegExp([1, 2, 3, 4, 5, 6, 7, 8].map((number) => `${number}${group}`).join(''))

/** The eight groups of a recovery kit, each read after its number, whatever else the sheet says and however its text is cut. */
export function keyOnKit(text: string): readonly string[] {
  const found = key.exec(text.replaceAll(/\s/g, ''))
  if (!found) throw new Error('this sheet shows no key')
  return found.slice(1)
}
