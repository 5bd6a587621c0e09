import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../i18n/format'
import { groupCount, groupLength, signsOf } from '../recovery-groups'

export interface KitCheckState {
  /** The two groups to copy from the paper, by index. */
  readonly asked: readonly number[]
  readonly typed: readonly string[]
  readonly type: (place: number, text: string) => void
  readonly isRight: (place: number) => boolean
  /** Full, and not what the paper says. */
  readonly isWrong: (place: number) => boolean
  readonly ready: boolean
  readonly remaining: (putAway: boolean) => string | null
}

/** Two groups typed back prove that the paper is there, and that it can be read. */
export function useKitCheck(recoveryKey: readonly string[]): KitCheckState {
  const { t } = useTranslation()
  const format = useFormat()
  const [asked] = useState(twoGroups)
  const [typed, setTyped] = useState<readonly string[]>(['', ''])
  const isRight = (place: number) => typed[place] === recoveryKey[asked[place] ?? 0]
  const ready = isRight(0) && isRight(1)
  return {
    asked,
    typed,
    type: (place, text) => setTyped(typed.map((old, at) => (at === place ? signsOf(text).slice(0, groupLength) : old))),
    isRight,
    isWrong: (place) => typed[place]?.length === groupLength && !isRight(place),
    ready,
    remaining(putAway) {
      const groups = asked.filter((_, place) => !isRight(place))
      const left: string[] = groups.map((group) => t('space.theGroup', { number: group + 1 }))
      if (!putAway) left.push(t('space.thePlace'))
      return left.length === 0 ? null : t('space.remaining', { what: format.list(left) })
    },
  }
}

/** Two different groups, in order. */
function twoGroups(): readonly number[] {
  const [first = 0, second = 0] = crypto.getRandomValues(new Uint8Array(2))
  const one = first % groupCount
  const other = (one + 1 + (second % (groupCount - 1))) % groupCount
  return [Math.min(one, other), Math.max(one, other)]
}
