import * as z from 'zod'

/** What is typed, without the blanks around it. */
export const Text = (max: number) => z.string().trim().max(max)
/** The same, or nothing. */
export const Optional = (max: number) => Text(max).nullable()
/** One record. */
export const ById = z.strictObject({ id: z.string() })
