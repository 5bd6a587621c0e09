import { Button, Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LibraryEntry } from '../../../shared/features/plans'
import { AppError } from '../../../shared/errors'
import { type CoachingTheme, coachingThemes } from '../../../shared/rules/coaching'
import { type InputOf, ask, useQuery } from '../../api'
import { useChoiceLabel } from '../../i18n/choices'
import { useRecordUpdate } from '../../lists/use-record-update'
import { usePreferences } from '../../theme/preferences'
import { useTold } from '../../told'
import { InlineText } from './InlineText'
import './plans.css'

/** The actions proposed to every plan: added, reworded, retired; what was used stays where it was. */
export function ActionLibrary() {
  const { t } = useTranslation()
  const told = useTold()
  const label = useChoiceLabel()
  const { language } = usePreferences()
  const library = useQuery('plans.library', {}).data
  const { save, dialog } = useRecordUpdate<LibraryEntry, InputOf<'plans.updateLibrary'>['fields']>({
    async read(id) {
      const found = (await ask('plans.library', {})).find((entry) => entry.id === id)
      if (!found) throw new AppError('notFound', { id })
      return found
    },
    write: (input) => ask('plans.updateLibrary', input),
    fieldLabel: (field) => t(field === 'theme' ? 'plans.theme' : 'plans.titleOf'),
    valueLabel: (field, value) =>
      typeof value !== 'string' ? '' : field === 'theme' ? label('coachingTheme', value) : value,
  })
  return (
    <section className="coaching-part" aria-label={t('plans.library')}>
      <h3 className="h3">{t('plans.library')}</h3>
      <p className="hint">{t('plans.libraryHint')}</p>
      {library?.length === 0 ? (
        <Button
          size="xs"
          onClick={() =>
            void ask('plans.seedLibrary', { locale: language }).then(
              () => told.done(t('plans.seeded')),
              (problem: unknown) => told.failed(problem),
            )
          }
        >
          {t('plans.seed')}
        </Button>
      ) : null}
      <ul className="library">
        {library?.map((entry) => (
          <Entry key={entry.id} entry={entry} onSave={(fields) => void save(entry, fields)} />
        ))}
      </ul>
      <NewEntry />
      {dialog}
    </section>
  )
}

interface EntryProps {
  readonly entry: LibraryEntry
  readonly onSave: (fields: InputOf<'plans.updateLibrary'>['fields']) => void
}

function Entry({ entry, onSave }: EntryProps) {
  const { t } = useTranslation()
  const label = useChoiceLabel()
  return (
    <li data-retired={entry.retired || undefined}>
      <InlineText
        label={t('plans.titleOf')}
        value={entry.title}
        maxLength={200}
        done={entry.retired}
        onSave={(title) => onSave({ title })}
      />
      <div className="row">
        <Select
          size="xs"
          variant="unstyled"
          aria-label={t('plans.themeOf', { title: entry.title })}
          placeholder={t('plans.theme')}
          allowDeselect
          data={coachingThemes.map((code) => ({ value: code, label: label('coachingTheme', code) }))}
          value={entry.theme}
          onChange={(theme) => onSave({ theme: theme as CoachingTheme | null })}
        />
        <span className="t3 sm">{t('plans.uses', { count: entry.uses })}</span>
        <Button
          className="end"
          size="xs"
          variant="subtle"
          aria-label={t(entry.retired ? 'plans.proposeNamed' : 'plans.retireNamed', { title: entry.title })}
          onClick={() => onSave({ retired: !entry.retired })}
        >
          {entry.retired ? t('plans.propose') : t('plans.retire')}
        </Button>
      </div>
    </li>
  )
}

function NewEntry() {
  const { t } = useTranslation()
  const told = useTold()
  const [title, setTitle] = useState('')
  async function add(): Promise<void> {
    if (title.trim() === '') return
    try {
      await ask('plans.addToLibrary', { title: title.trim() })
      setTitle('')
      told.done(t('plans.entryAdded'))
    } catch (problem) {
      told.failed(problem)
    }
  }
  return (
    <form
      className="plan-add"
      onSubmit={(event) => {
        event.preventDefault()
        void add()
      }}
    >
      <TextInput
        aria-label={t('plans.newEntry')}
        placeholder={t('plans.newEntry')}
        autoComplete="off"
        maxLength={200}
        value={title}
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
      <Button type="submit" disabled={title.trim() === ''}>
        {t('common.add')}
      </Button>
    </form>
  )
}
