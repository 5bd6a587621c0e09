import { useTranslation } from 'react-i18next'
import type { Selection } from '../../shared/features/lists'
import { asAppError } from '../connection'
import { useFormat } from '../i18n/format'
import { useTold } from '../told'
import { ConfirmDialog } from '../ui/ConfirmDialog'
import { showToast } from '../ui/toasts'

/** What each list asks before its records leave it. */
export interface ToTrashProps {
  readonly selection: Selection
  readonly count: number
  /** When it is one record. */
  readonly name?: string
  readonly onClose: () => void
  readonly onDone: () => void
}

/** How a list of records that others are tied to says it, each with its own words. */
export interface TrashWords {
  readonly title: string
  readonly body: string
  readonly went: (count: number) => string
  readonly keptInUse: (count: number) => string
  /** What keeps a record there, by the name the refusal gives it: so many people, so many referrals. */
  readonly uses: Readonly<Record<string, (count: number) => string>>
  readonly stays: (name: string, uses: string) => string
  /** The organisation whose space this is. */
  readonly ownStays?: (name: string) => string
}

interface UsedToTrashProps {
  readonly onClose: () => void
  readonly onDone: () => void
  readonly words: TrashWords
  readonly trash: () => Promise<{ readonly changed: number; readonly kept: number }>
}

/** Before records that others are tied to leave the lists: which go, and which stay. What keeps one is said by what it is. */
export function UsedToTrash({ words, trash, onClose, onDone }: UsedToTrashProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const told = useTold()

  function refused(problem: unknown): void {
    const { code, data } = asAppError(problem)
    if (code !== 'inUse') return told.failed(problem)
    const name = String(data['label'] ?? '')
    const found = Object.entries(words.uses).flatMap(([use, said]) => {
      const count = Number(data[use] ?? 0)
      return count > 0 ? [said(count)] : []
    })
    const own = data['own'] === true ? words.ownStays : undefined
    showToast({ tone: 'warn', text: own ? own(name) : words.stays(name, format.list(found)) })
  }

  async function confirmed(): Promise<void> {
    try {
      const { changed, kept } = await trash()
      told.done(kept === 0 ? words.went(changed) : `${words.went(changed)}. ${words.keptInUse(kept)}`)
      onDone()
    } catch (problem) {
      refused(problem)
    }
    onClose()
  }

  return (
    <ConfirmDialog
      opened
      title={words.title}
      confirm={t('lists.trash')}
      keep={t('lists.keepAll')}
      onClose={onClose}
      onConfirm={confirmed}
    >
      <p>{words.body}</p>
    </ConfirmDialog>
  )
}
