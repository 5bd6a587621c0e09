import { Button } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Interaction } from '../../../shared/features/interactions'
import { ask, useQuery } from '../../api'
import { FormDrawer } from '../../forms/FormDrawer'
import { useDrawerForm } from '../../forms/use-drawer-form'
import { useDrawerSave } from '../../forms/use-drawer-save'
import { useChoiceLabel } from '../../i18n/choices'
import { useTold } from '../../told'
import { WaitingDrawer } from '../../ui/WaitingDrawer'
import {
  InteractionFormShape,
  type Problem,
  changesOf,
  fieldsOf,
  formOf,
  newForm,
  problemsOf,
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
  const { data, error, refetch } = useQuery('interactions.get', { id: id ?? '' }, { enabled: id !== null })
  if (id === null) return <InteractionSheet owner={owner} interaction={null} onClose={onClose} />
  if (data) return <InteractionSheet owner={owner} interaction={data} onClose={onClose} key={data.id} />
  return (
    <WaitingDrawer
      label={t('interactions.edit')}
      failed={t('interactions.failed')}
      error={error}
      onRetry={refetch}
      onClose={onClose}
    />
  )
}

interface InteractionSheetProps {
  readonly owner: InteractionOwner
  readonly interaction: Interaction | null
  readonly onClose: () => void
}

function InteractionSheet({ owner, interaction, onClose }: InteractionSheetProps) {
  const { t } = useTranslation()
  const label = useChoiceLabel()
  const told = useTold()
  const [before] = useState(interaction)
  const { form, change, first, ...draft } = useDrawerForm({
    key: before === null ? `interactions/new/${Object.values(owner).join('')}` : `interactions/${before.id}`,
    version: before?.version ?? null,
    first: () => (before === null ? newForm() : formOf(before)),
    schema: InteractionFormShape,
  })
  const problems = problemsOf(form)
  const { save: update, dialog } = useInteractionUpdate()
  const { asked, drawer } = useDrawerSave({ draft, write, onClose })

  const title = t(before === null ? 'interactions.note' : 'interactions.edit')
  const wrong = (field: Problem) => (asked && problems.has(field) ? t(`interactions.wrong.${field}`) : null)

  async function write(): Promise<boolean> {
    if (problems.size > 0) return false
    if (before === null) {
      await ask('interactions.create', { ...fieldsOf(form), ...owner })
      told.done(t('interactions.noted', { what: label('interactionKind', form.kind).toLocaleLowerCase() }))
    } else if (draft.changed) {
      if (!(await update(before, changesOf(first, form)))) return false
      told.done(t('interactions.saved'))
    }
    return true
  }

  useHotkeys([['mod+Enter', () => void drawer.onSave()]], []) // from the note as well, where Enter alone begins a line

  async function remove(id: string): Promise<void> {
    try {
      await ask('interactions.remove', { id })
      told.done(t('interactions.removed'))
      drawer.onGiveUp()
    } catch (problem) {
      told.failed(problem)
    }
  }

  return (
    <FormDrawer
      {...drawer}
      label={title}
      acts={
        before === null ? null : (
          <Button variant="subtle" leftSection={<IconTrash size={15} />} onClick={() => void remove(before.id)}>
            {t('interactions.remove')}
          </Button>
        )
      }
    >
      <InteractionFormFields form={form} wrong={wrong} onChange={change} />
      {dialog}
    </FormDrawer>
  )
}
