import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FieldConflict } from '../../../shared/endpoint'
import type { Referral, ReferralFields } from '../../../shared/features/referrals'
import { ask } from '../../api'
import { ConflictDialog } from '../../ui/ConflictDialog'
import { useFieldWords } from './field-words'
import { useTold } from './use-told'

type Fields = Partial<ReferralFields>
interface Pending {
  readonly id: string
  readonly fields: Fields
  readonly conflicts: readonly FieldConflict[]
}

/** Saves fields of a referral; what someone else changed meanwhile is settled field by field in `dialog`. */
export function useReferralUpdate(onSaved: () => void = () => undefined): {
  readonly save: (referral: Pick<Referral, 'id' | 'version'>, fields: Fields) => Promise<void>
  readonly dialog: ReactNode
} {
  const { t } = useTranslation()
  const told = useTold()
  const words = useFieldWords()
  const [pending, setPending] = useState<Pending | null>(null)

  async function save({ id, version }: Pick<Referral, 'id' | 'version'>, fields: Fields): Promise<void> {
    try {
      const answer = await ask('referrals.update', { id, version, fields })
      if (answer.outcome === 'conflict') return setPending({ id, fields, conflicts: answer.conflicts })
      setPending(null)
      told.done(t('referrals.changed'))
      onSaved()
    } catch (problem) {
      told.failed(problem)
    }
  }

  async function settle(mine: ReadonlySet<string>): Promise<void> {
    if (!pending) return
    const theirs = new Set(pending.conflicts.map(({ field }) => field).filter((field) => !mine.has(field)))
    const fields = Object.fromEntries(Object.entries(pending.fields).filter(([field]) => !theirs.has(field))) as Fields
    if (Object.keys(fields).length === 0) return setPending(null)
    try {
      const now = await ask('referrals.get', { id: pending.id })
      await save(now, fields)
    } catch (problem) {
      told.failed(problem)
    }
  }

  const dialog = (
    <ConflictDialog
      conflicts={pending?.conflicts ?? []}
      fieldLabel={words.label}
      valueLabel={words.value}
      onResolve={(mine) => void settle(mine)}
      onCancel={() => setPending(null)}
    />
  )
  return { save, dialog }
}
