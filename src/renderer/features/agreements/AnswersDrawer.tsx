import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type AskedPurpose, askedPurposes } from '../../../shared/features/agreements'
import type { Person } from '../../../shared/features/people'
import { dayDelays } from '../../../shared/rules/day'
import { addDays } from '../../../shared/rules/days'
import { ask, useQuery } from '../../api'
import { FormDrawer } from '../../forms/FormDrawer'
import { useDrawerForm } from '../../forms/use-drawer-form'
import { useDrawerSave } from '../../forms/use-drawer-save'
import { usePreferences } from '../../theme/preferences'
import { today } from '../../today'
import { useTold } from '../../told'
import { PersonName } from '../../ui/PersonName'
import { WaitingDrawer } from '../../ui/WaitingDrawer'
import { AnswersFields } from './AnswersFields'
import { AnswersFormShape, answersOf, newAnswers, problemsOf } from './answers-form'
import { PrintAnswers } from './PrintAnswers'
import './agreements.css'

/** What one came to note: these purposes, all of them, or those to confirm again. */
export type Asked = readonly AskedPurpose[] | 'all' | 'due'

interface AnswersDrawerProps {
  readonly personId: string
  readonly asked: Asked
  readonly onClose: () => void
}

/** What someone agrees to or refuses, as they said it: noted in one go, and each answer stands for the one before. */
export function AnswersDrawer({ personId, asked, onClose }: AnswersDrawerProps) {
  const { t } = useTranslation()
  const { data: person, error, refetch } = useQuery('people.get', { id: personId })
  if (person) return <AnswersSheet person={person} asked={asked} onClose={onClose} />
  return (
    <WaitingDrawer
      label={t('agreements.noteWhole')}
      failed={t('agreements.failed')}
      error={error}
      onRetry={refetch}
      onClose={onClose}
    />
  )
}

interface AnswersSheetProps {
  readonly person: Person
  readonly asked: Asked
  readonly onClose: () => void
}

function AnswersSheet({ person, asked: wanted, onClose }: AnswersSheetProps) {
  const { t } = useTranslation()
  const told = useTold()
  const { language } = usePreferences()
  const [purposes] = useState(() => purposesOf(wanted, person))
  const wording = useQuery('agreements.form', { personId: person.id, locale: language }).data?.wordingVersion ?? null
  const { form, change, ...draft } = useDrawerForm({
    key: `agreements/${person.id}/${purposes.join('-')}`,
    version: null,
    first: newAnswers,
    schema: AnswersFormShape,
  })
  const problems = problemsOf(form, person.consents)
  const { asked, drawer } = useDrawerSave({ draft, write, onClose })

  async function write(): Promise<boolean> {
    const { how, on } = form
    if (problems.answers || problems.on !== null || how === null || on === null || wording === null) return false
    const answers = answersOf(form)
    const proof = form.proof.trim() || null
    await ask('agreements.record', { personId: person.id, answers, how, on, wordingVersion: wording, proof })
    told.done(t('agreements.noted', { count: answers.length }))
    return true
  }

  return (
    <FormDrawer
      {...drawer}
      label={t('agreements.noteOf', { name: `${person.firstName} ${person.lastName}`.trim() })}
      over={t('agreements.noteWhole')}
      title={<PersonName lastName={person.lastName} firstName={person.firstName} />}
      still={wording === null}
      acts={<PrintAnswers personId={person.id} />}
    >
      <AnswersFields
        purposes={purposes}
        known={person.consents}
        form={form}
        problems={asked ? problems : null}
        wordingVersion={wording}
        onChange={change}
      />
    </FormDrawer>
  )
}

/** What is soon to be confirmed again; all of it where nothing is, as when it was done meanwhile. */
function purposesOf(asked: Asked, { consents }: Person): readonly AskedPurpose[] {
  if (asked === 'all') return askedPurposes
  if (asked !== 'due') return asked
  const told = addDays(today(), dayDelays.consentRenewal)
  const due = askedPurposes.filter((asked) =>
    consents.some(({ purpose, confirmOn }) => purpose === asked && confirmOn !== null && confirmOn <= told),
  )
  return due.length > 0 ? due : askedPurposes
}
