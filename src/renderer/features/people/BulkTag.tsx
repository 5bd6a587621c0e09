import { Autocomplete } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ask, useQuery } from '../../api'
import type { Selected } from '../../lists/WorkingList'
import { useTold } from '../../told'
import { ConfirmDialog } from '../../ui/ConfirmDialog'

/** The same tag on each selected person; those who bear it already are left as they are. */
export function BulkTag({ selected, onClose }: { selected: Selected; onClose: () => void }) {
  const { t } = useTranslation()
  const told = useTold()
  const known = useQuery('people.tags', {}).data ?? []
  const [tag, setTag] = useState('')
  const [missing, setMissing] = useState(false)

  async function save(): Promise<void> {
    if (tag.trim() === '') return setMissing(true)
    try {
      const { changed } = await ask('people.addTag', { selection: selected.selection, tag: tag.trim() })
      told.done(t('people.tagged', { count: changed, tag: tag.trim() }))
    } catch (problem) {
      told.failed(problem)
    }
    onClose()
  }

  return (
    <ConfirmDialog
      opened
      title={t('people.tagTitle', { count: selected.count })}
      confirm={t('people.tag')}
      keep={t('common.cancel')}
      onConfirm={save}
      onClose={onClose}
    >
      <Autocomplete
        label={t('people.tagName')}
        data={known.map(({ name }) => name)}
        maxLength={40}
        value={tag}
        error={missing ? t('people.tagMissing') : null}
        onChange={(value) => {
          setTag(value)
          setMissing(false)
        }}
      />
    </ConfirmDialog>
  )
}
