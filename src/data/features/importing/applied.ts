/** What applying a row did. */
export interface Applied {
  readonly recordId: string
  readonly did: 'created' | 'updated' | 'unchanged'
}

/** What the rows of one run know of each other while they are applied. */
export interface ApplyContext {
  /** Who a line turned out to be about, for later lines that say the same person. */
  readonly personOfLine: Map<number, string>
  readonly recordOfLine: Map<number, string>
  /** Landlords that the file brought, by their name. */
  readonly newLandlords: Map<string, string>
}
