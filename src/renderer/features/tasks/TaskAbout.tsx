import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Task, TaskOwner } from '../../../shared/features/tasks'
import { displayName } from '../../../shared/rules/fold'
import { emptyFilter } from '../../../shared/rules/lists'
import { ask } from '../../api'
import { useFormat } from '../../i18n/format'
import { PersonName } from '../../ui/PersonName'
import { type PickerOption, RecordPicker } from '../../ui/RecordPicker'

interface TaskAboutProps {
  readonly task: Task | null
  /** It is added from a record, which says whose it is. */
  readonly fixed: boolean
  readonly onChange: (owner: TaskOwner | null) => void
}

/** The records a task is about, to go there; of a new one, whom it concerns. */
export function TaskAbout({ task, fixed, onChange }: TaskAboutProps) {
  const { t } = useTranslation()
  const [person, setPerson] = useState<PickerOption | null>(null)
  if (task === null) {
    return fixed ? null : (
      <RecordPicker
        className="span-4"
        label={t('tasks.field.person')}
        optional
        value={person}
        search={findPeople}
        onChange={(option) => {
          setPerson(option)
          onChange(option === null ? null : { entity: 'people', id: option.id })
        }}
      />
    )
  }
  return task.about === null ? null : (
    <p className="span-4 task-about">
      <span className="t3">{t('tasks.field.about')}</span> <AboutLinks task={task} />
    </p>
  )
}

function AboutLinks({ task }: { task: Task }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { about, personId } = task
  if (about === null) return null
  const person =
    personId === null ? null : (
      <a href={`#/people/${personId}`}>
        <PersonName lastName={task.lastName ?? ''} firstName={task.firstName ?? ''} />
      </a>
    )
  switch (about.entity) {
    case 'people':
      return person
    case 'sessions':
      return (
        <>
          {t('tasks.sessionOf', { day: format.shortDay(about.label) })} {person}
        </>
      )
    case 'actions':
      return (
        <>
          {about.label} {person}
        </>
      )
    case 'organisations':
    case 'referrals':
    case 'cohorts':
      return (
        <>
          <a href={`#/${about.entity}/${about.id}`}>{about.label}</a> {person}
        </>
      )
  }
}

async function findPeople(text: string): Promise<PickerOption[]> {
  const { rows } = await ask('people.list', { filter: { ...emptyFilter, search: text }, offset: 0, limit: 12 })
  return rows.map(({ id, lastName, firstName, city }) => ({
    id,
    label: displayName(lastName, firstName),
    ...(city === null ? {} : { detail: city }),
  }))
}
