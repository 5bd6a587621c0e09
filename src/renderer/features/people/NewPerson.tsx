import { Button } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Person } from '../../../shared/features/people'
import { ask, useCommand } from '../../api'
import { useDraft } from '../../drafts'
import { DraftTakenUp } from '../../forms/DraftTakenUp'
import { useFormat } from '../../i18n/format'
import { useTold } from '../../told'
import { RecordHeader } from '../../ui/PageHeader'
import { FormLayout, FormSection } from '../../ui/RecordLayout'
import { showToast } from '../../ui/toasts'
import { ContactFields } from './ContactFields'
import type { FormPart } from './form-part'
import { HomeFields } from './HomeFields'
import { IdentityFields } from './IdentityFields'
import { LookAlikes } from './LookAlikes'
import { spokenName } from './names'
import { readPersonDraft } from './person-draft'
import { type PersonForm, emptyPersonForm, newPersonOf, problemsOf } from './person-form'
import { SituationFields } from './SituationFields'
import './person.css'

interface NewPersonProps {
  /** What was typed elsewhere, as the search box: a name to begin with. */
  readonly name?: string
  readonly onSaved: (person: Person) => void
  /** It is someone known: their record is opened instead. */
  readonly onKnown: (id: string) => void
  readonly onCancel: () => void
}

const draftKey = 'people/new'

/** Someone new, on one page; whoever looks like them is shown beside it while one types. */
export function NewPerson({ name = '', onSaved, onKnown, onCancel }: NewPersonProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const told = useTold()
  const [form, setForm] = useState<PersonForm>({ ...emptyPersonForm, lastName: name })
  const [touched, setTouched] = useState(false)
  const [takenUp, setTakenUp] = useState<string | null>(null)
  const [asked, setAsked] = useState(false)
  const draft = useDraft(draftKey, { version: null, form }, touched)
  const create = useCommand('people.create')
  const problems = problemsOf(form)
  useEffect(() => {
    if (name !== '') return
    void readPersonDraft(draftKey, null).then((kept) => {
      if (kept === null) return
      setForm(kept.form)
      setTakenUp(kept.savedAt)
    })
  }, [name])

  const parts: FormPart = {
    form,
    change(some) {
      setTouched(true)
      setForm((now) => ({ ...now, ...some }))
    },
    said(field) {
      const problem = asked ? problems.get(field) : undefined
      return problem === undefined ? null : t(`people.${problem}`)
    },
  }

  async function save(event: React.FormEvent): Promise<void> {
    event.preventDefault()
    setAsked(true)
    if (problems.size > 0) return
    try {
      const person = await create.mutateAsync(newPersonOf(form))
      await draft.discard()
      told.done(t('people.created', { name: spokenName(person) }))
      onSaved(person)
    } catch (problem) {
      told.failed(problem)
    }
  }

  /** What was typed waits for whoever comes back. */
  function leave(): void {
    if (touched) showToast({ tone: 'info', text: t('lists.draftStays') })
    onCancel()
  }

  /** It was someone known: what was typed of them has no more use. */
  async function openKnown(id: string): Promise<void> {
    await draft.discard().catch(told.failed)
    onKnown(id)
  }

  async function beginAgain(): Promise<void> {
    try {
      await ask('drafts.discard', { key: draftKey })
      setForm(emptyPersonForm)
      setTouched(false)
      setTakenUp(null)
      setAsked(false)
    } catch (problem) {
      told.failed(problem)
    }
  }

  return (
    <form className="page-form" onSubmit={(event) => void save(event)} noValidate>
      <RecordHeader
        label={t('people.crumbs')}
        crumbs={[{ label: t('people.title'), href: '#/people' }, { label: t('people.crumbNew') }]}
        acts={
          <>
            {draft.savedAt ? (
              <span className="sm t3">{t('lists.draftKept', { time: format.time(draft.savedAt) })}</span>
            ) : null}
            <Button variant="subtle" onClick={leave}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" variant="filled" loading={create.isPending}>
              {t('common.save')}
            </Button>
          </>
        }
      />
      <FormLayout
        besideLabel={t('people.maybeSame')}
        beside={<Beside form={form} onTake={(id) => void openKnown(id)} />}
      >
        <h1 className="h1">{t('people.create')}</h1>
        <p className="t2">{t('people.lead')}</p>
        {takenUp ? <DraftTakenUp at={takenUp} onBeginAgain={() => void beginAgain()} /> : null}
        <FormSection title={t('people.identity')}>
          <IdentityFields {...parts} />
        </FormSection>
        <FormSection title={t('people.contact')}>
          <ContactFields {...parts} />
        </FormSection>
        <FormSection title={t('people.home')}>
          <HomeFields {...parts} />
        </FormSection>
        <FormSection title={t('people.profile')}>
          <SituationFields {...parts} />
        </FormSection>
      </FormLayout>
    </form>
  )
}

function Beside({ form, onTake }: { form: PersonForm; onTake: (id: string) => void }) {
  const { t } = useTranslation()
  return (
    <>
      <p className="t3 sm beside-hint">{t('people.besideHint')}</p>
      <LookAlikes form={form} onTake={onTake} />
    </>
  )
}
