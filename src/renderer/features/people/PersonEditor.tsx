import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Person, PersonFields } from '../../../shared/features/people'
import { ask } from '../../api'
import { pointsToKeep } from '../../forms/contact-points'
import { FormDrawer } from '../../forms/FormDrawer'
import { useDrawerForm } from '../../forms/use-drawer-form'
import { useDrawerSave } from '../../forms/use-drawer-save'
import { useRecordUpdate } from '../../lists/use-record-update'
import { useTold } from '../../told'
import { PersonName } from '../../ui/PersonName'
import { FormSection } from '../../ui/RecordLayout'
import { ContactFields } from './ContactFields'
import type { FormPart } from './form-part'
import { HomeFields } from './HomeFields'
import { IdentityFields } from './IdentityFields'
import { LookAlikes } from './LookAlikes'
import { spokenName } from './names'
import { type PersonForm, changedFields, formOf, problemsOf } from './person-form'
import { SituationFields } from './SituationFields'
import { PersonFormShape } from './person-draft'
import { usePersonFieldWords } from './use-field-words'

export type PersonPart = 'identity' | 'contact' | 'home' | 'situation'

interface PersonEditorProps {
  readonly person: Person
  /** The part one came to change. */
  readonly part: PersonPart
  readonly onClose: () => void
}

/** The record as a form, beside it. Only what was changed is written; what someone else changed is asked about. */
export function PersonEditor({ person, part, onClose }: PersonEditorProps) {
  const { t } = useTranslation()
  const told = useTold()
  const said = usePersonFieldWords()
  const [before] = useState(person)
  const { form, change, first, ...draft } = useDrawerForm<PersonForm>({
    key: `people/${person.id}`,
    version: before.version,
    first: () => formOf(before),
    schema: PersonFormShape,
  })
  const problems = problemsOf(form)
  const { save, dialog } = useRecordUpdate<Person, Partial<PersonFields>>({
    read: (id) => ask('people.get', { id }),
    write: (input) => ask('people.update', input),
    fieldLabel: said.label,
    valueLabel: said.value,
  })
  const { asked, drawer } = useDrawerSave({ draft, write, onClose })
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (part === 'identity') return // it is the first
    place.current?.querySelector(`[data-part="${part}"]`)?.scrollIntoView({ block: 'start' })
  }, [part])

  const parts: FormPart = {
    form,
    change,
    said(field) {
      const problem = asked ? problems.get(field) : undefined
      return problem === undefined ? null : t(`people.${problem}`)
    },
  }

  /** Three commands at most, taken back together. */
  async function write(): Promise<boolean> {
    if (problems.size > 0) return false
    const fields = changedFields(first, form)
    const wrote = [
      Object.keys(fields).length > 0 && (await save(before, fields)),
      JSON.stringify(pointsToKeep(form.points)) !== JSON.stringify(pointsToKeep(first.points)) &&
        (await ask('people.setContactPoints', { id: person.id, contactPoints: pointsToKeep(form.points) })),
      JSON.stringify(form.tags) !== JSON.stringify(first.tags) &&
        (await ask('people.setTags', { id: person.id, tags: [...form.tags] })),
    ]
    if (Object.keys(fields).length > 0 && wrote[0] === false) return false
    const commands = wrote.filter((one) => one !== false).length
    if (commands > 0) told.done(t('people.savedOf', { name: spokenName(person) }), commands)
    return true
  }

  return (
    <FormDrawer
      {...drawer}
      label={t('people.editOf', { name: spokenName(person) })}
      over={t('lists.edit')}
      title={<PersonName lastName={person.lastName} firstName={person.firstName} />}
      className="person-editor"
      after={dialog}
    >
      <div ref={place}>
        <div data-part="identity">
          <FormSection title={t('people.identity')}>
            <IdentityFields {...parts} />
          </FormSection>
        </div>
        <LookAlikes form={form} excludeId={person.id} />
        <div data-part="contact">
          <FormSection title={t('people.contact')}>
            <ContactFields {...parts} />
          </FormSection>
        </div>
        <div data-part="home">
          <FormSection title={t('people.home')}>
            <HomeFields {...parts} />
          </FormSection>
        </div>
        <div data-part="situation">
          <FormSection title={t('people.profile')}>
            <SituationFields {...parts} />
          </FormSection>
        </div>
      </div>
    </FormDrawer>
  )
}
