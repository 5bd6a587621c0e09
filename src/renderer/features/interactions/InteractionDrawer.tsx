import { Button } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { IconTrash } from '@tabler/icons-react'
import { useEffect, useId, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Interaction } from '../../../shared/features/interactions'
import { ask, useQuery } from '../../api'
import { useDraft } from '../../drafts'
import { useChoiceLabel } from '../../i18n/choices'
import { useErrorWords } from '../../i18n/error-words'
import { useFormat } from '../../i18n/format'
import { useTold } from '../../told'
import { Drawer } from '../../ui/Drawer'
import { ErrorState } from '../../ui/ErrorState'
import {
  type InteractionForm,
  type Problem,
  changesOf,
  fieldsOf,
  formOf,
  newForm,
  problemsOf,
  readInteractionDraft,
} from './interaction-form'
import { InteractionFormFields } from './InteractionFormFields'
import { useInteractionUpdate } from './use-interaction-update'

/** With whom: a person, an organisation. */
export type InteractionOwner = { readonly personId: string } | { readonly organisationId: string }

interface InteractionDrawerProps {
  readonly owner: InteractionOwner
  /** Null for a new one. */
  readonly id: string | null
  readonly onClose: () => void
}

/** A call, a message, a meeting: noted in seconds, from the keyboard, beside the record it is with. */
export function InteractionDrawer({ owner, id, onClose }: InteractionDrawerProps) {
  const { t } = useTranslation()
  const words = useErrorWords()
  const { data, error, refetch } = useQuery('interactions.get', { id: id ?? '' }, { enabled: id !== null })
  if (id === null) return <InteractionSheet owner={owner} interaction={null} onClose={onClose} />
  if (data) return <InteractionSheet owner={owner} interaction={data} onClose={onClose} key={data.id} />
  return (
    <Drawer label={t('interactions.edit')} title={t('interactions.edit')} onClose={onClose}>
      {error ? (
        <ErrorState title={t('interactions.failed')} body={words(error)} onRetry={() => void refetch()} />
      ) : (
        <p className="vh" role="status">
          {t('common.loading')}
        </p>
      )}
    </Drawer>
  )
}

interface InteractionSheetProps {
  readonly owner: InteractionOwner
  readonly interaction: Interaction | null
  readonly onClose: () => void
}

function InteractionSheet({ owner, interaction, onClose }: InteractionSheetProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const label = useChoiceLabel()
  const told = useTold()
  const formId = useId()
  const [before] = useState(interaction)
  const first = useMemo(() => (before === null ? newForm() : formOf(before)), [before])
  const [form, setForm] = useState<InteractionForm>(first)
  const [asked, setAsked] = useState(false)
  const [saving, setSaving] = useState(false)
  const changed = JSON.stringify(form) !== JSON.stringify(first)
  const key = before === null ? `interactions/new/${Object.values(owner).join('')}` : `interactions/${before.id}`
  const version = before?.version ?? null
  const draft = useDraft(key, { version, form }, changed)
  const problems = problemsOf(form)
  const { save: update, dialog } = useInteractionUpdate()
  useEffect(() => {
    void readInteractionDraft(key, version).then((kept) => kept && setForm(kept))
  }, [key, version])

  const title = t(before === null ? 'interactions.note' : 'interactions.edit')
  const wrong = (field: Problem) => (asked && problems.has(field) ? t(`interactions.wrong.${field}`) : null)

  async function write(): Promise<void> {
    setAsked(true)
    if (problems.size > 0 || saving) return
    setSaving(true)
    try {
      if (before === null) {
        await ask('interactions.create', { ...fieldsOf(form), ...owner })
        told.done(t('interactions.noted', { what: label('interactionKind', form.kind).toLocaleLowerCase() }))
      } else if (changed) {
        if (!(await update(before, changesOf(first, form)))) return
        told.done(t('interactions.saved'))
      }
      await draft.discard()
      onClose()
    } catch (problem) {
      told.failed(problem)
    } finally {
      setSaving(false)
    }
  }

  useHotkeys([['mod+Enter', () => void write()]], []) // from the note as well, where Enter alone begins a line

  async function remove(id: string): Promise<void> {
    try {
      await ask('interactions.remove', { id })
      told.done(t('interactions.removed'))
      await giveUp()
    } catch (problem) {
      told.failed(problem)
    }
  }

  async function giveUp(): Promise<void> {
    await draft.discard().catch(told.failed)
    onClose()
  }

  return (
    <Drawer
      label={title}
      over={draft.savedAt ? t('lists.draftKept', { time: format.time(draft.savedAt) }) : null}
      title={title}
      onClose={() => void (changed ? onClose() : giveUp())}
      footer={
        <>
          {before === null ? null : (
            <Button variant="subtle" leftSection={<IconTrash size={15} />} onClick={() => void remove(before.id)}>
              {t('interactions.remove')}
            </Button>
          )}
          <Button variant="subtle" onClick={() => void giveUp()}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" form={formId} variant="filled" loading={saving}>
            {t('common.save')}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        className="drawer-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void write()
        }}
      >
        <InteractionFormFields form={form} wrong={wrong} onChange={setForm} />
      </form>
      {dialog}
    </Drawer>
  )
}
