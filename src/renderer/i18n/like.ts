/** The same keys with other words: what a translation must be. */
export type Like<Words> = { readonly [Key in keyof Words]: Words[Key] extends string ? string : Like<Words[Key]> }
