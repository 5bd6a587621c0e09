/** What a colour says. Colour never stands alone: a word is always beside it. */
export type Tone = 'neutral' | 'info' | 'progress' | 'done' | 'warn' | 'danger'
