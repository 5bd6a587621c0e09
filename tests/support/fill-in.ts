import type { UserEvent } from '@testing-library/user-event'

/**
 * Puts this text after what the field holds, in one go, as a paste does. A form is drawn again at each key: typing is for
 * the tests of what happens between two keys.
 */
export async function fillIn(user: UserEvent, field: Element, text: string): Promise<void> {
  await user.click(field)
  await user.paste(text)
}
