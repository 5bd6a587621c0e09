import type { Tone } from '../../ui/tones'

interface Look {
  readonly tone: Tone
  /** Ended without outcome. */
  readonly hollow?: boolean
  /** How far up the path, of five. Null: off it. */
  readonly climbed: number | null
}

const looks: Readonly<Record<string, Look>> = {
  draft: { tone: 'neutral', hollow: true, climbed: null },
  sent: { tone: 'info', climbed: 1 },
  received: { tone: 'info', climbed: 1 },
  contacting: { tone: 'info', climbed: 2 },
  met: { tone: 'progress', climbed: 3 },
  waitlisted: { tone: 'warn', climbed: 3 },
  accepted: { tone: 'done', climbed: 4 },
  closed: { tone: 'done', climbed: 5 },
}

/** How a person's referral is drawn where only its state is known. */
export function referralLook(state: string): Look {
  return looks[state] ?? { tone: 'neutral', hollow: true, climbed: null }
}
