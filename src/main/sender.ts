/** Where a message comes from, as Electron tells it. */
export interface Sender {
  readonly sender: object
  readonly senderFrame: { readonly url: string } | null
}

/** The only page that may speak to the shell. */
export interface OurPage {
  readonly contents: { readonly mainFrame: object }
  readonly url: string
}

/** Our window, its own frame and not one inside it, and our address. */
export function isOurPage({ sender, senderFrame }: Sender, ours: OurPage | null): boolean {
  if (ours === null || sender !== ours.contents) return false
  if (senderFrame === null || senderFrame !== ours.contents.mainFrame) return false
  return senderFrame.url.split('#', 1)[0] === ours.url
}
