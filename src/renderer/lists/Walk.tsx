import { ActionIcon } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../i18n/format'
import { useTold } from '../told'
import type { useWalk } from './use-walk'

type Step = (() => Promise<string | null>) | null

interface WalkProps {
  readonly walk: NonNullable<ReturnType<typeof useWalk>>
  /** « Personne précédente » */
  readonly previous: string
  readonly next: string
  readonly onOpen: (id: string) => void
}

/** Where a record stands in its list, and the way to those beside it. */
export function Walk({ walk, previous, next, onOpen }: WalkProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const told = useTold()
  async function goTo(step: Step): Promise<void> {
    try {
      const id = (await step?.()) ?? null
      if (id !== null) onOpen(id)
    } catch (problem) {
      told.failed(problem)
    }
  }
  const go = (step: Step) => () => void goTo(step)
  useHotkeys([
    ['alt+ArrowUp', go(walk.previous)],
    ['alt+ArrowDown', go(walk.next)],
  ])
  return (
    <>
      <span className="t3 tab">
        {t('lists.placeOf', { position: format.number(walk.position), total: format.number(walk.total) })}
      </span>
      <ActionIcon
        aria-label={previous}
        aria-keyshortcuts="Alt+ArrowUp"
        disabled={walk.previous === null}
        onClick={go(walk.previous)}
      >
        <IconArrowUp size={16} />
      </ActionIcon>
      <ActionIcon
        aria-label={next}
        aria-keyshortcuts="Alt+ArrowDown"
        disabled={walk.next === null}
        onClick={go(walk.next)}
      >
        <IconArrowDown size={16} />
      </ActionIcon>
    </>
  )
}
