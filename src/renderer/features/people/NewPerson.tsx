import { Button } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconUsers } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Person } from '../../../shared/features/people'
import { parsePhone } from '../../../shared/rules/phone'
import { useCommand, useQuery } from '../../api'
import { readDraft, useDraft } from '../../drafts'
import { AddressFields } from '../../forms/AddressFields'
import { PersonFields } from '../../forms/PersonFields'
import { QpvFields } from '../../forms/QpvFields'
import { emptyAddress, emptyIdentity, isReadablePhone, toNewPerson, unknownQpv } from '../../forms/person-values'
import { useChoiceLabel } from '../../i18n/choices'
import { useFormat } from '../../i18n/format'
import { useTold } from '../../told'
import { Banner } from '../../ui/Banner'
import { FreeTextField } from '../../ui/FreeTextField'
import { RecordHeader } from '../../ui/PageHeader'
import { PersonName } from '../../ui/PersonName'
import { FormLayout, FormSection } from '../../ui/RecordLayout'
import { spokenName } from './names'
import './person.css'

const empty = { identity: emptyIdentity, address: emptyAddress, qpv: unknownQpv, project: '', note: '' }
type Form = typeof empty
const draftKey = 'people/new'

/** Someone new, on one page; whoever looks like them is shown beside it while one types. */
export function NewPerson({ onSaved, onCancel }: { onSaved: (person: Person) => void; onCancel: () => void }) {
  const { t } = useTranslation()
  const format = useFormat()
  const told = useTold()
  const [form, setForm] = useState<Form>(empty)
  const [touched, setTouched] = useState(false)
  const [asked, setAsked] = useState(false)
  const draft = useDraft(draftKey, form, touched)
  const create = useCommand('people.create')
  const named = `${form.identity.firstName}${form.identity.lastName}`.trim() !== ''
  const readable = isReadablePhone(form.identity.phone)
  useEffect(() => {
    void readDraft(draftKey).then((kept) => {
      if (kept && typeof kept.data === 'object') setForm({ ...empty, ...kept.data })
    })
  }, [])

  function change(part: Partial<Form>): void {
    setTouched(true)
    setForm((now) => ({ ...now, ...part }))
  }

  async function save(event: React.FormEvent): Promise<void> {
    event.preventDefault()
    setAsked(true)
    if (!named || !readable) return
    try {
      const person = await create.mutateAsync({
        ...toNewPerson(form.identity, form.address, form.qpv),
        project: form.project.trim() || null,
        note: form.note.trim() || null,
      })
      await draft.discard()
      told.done(t('people.created', { name: spokenName(person) }))
      onSaved(person)
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
            <Button variant="subtle" onClick={onCancel}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" variant="filled" loading={create.isPending}>
              {t('people.save')}
            </Button>
          </>
        }
      />
      <FormLayout besideLabel={t('people.maybeSame')} beside={<LookAlikes form={form} />}>
        <h1 className="h1">{t('people.create')}</h1>
        <p className="t2">{t('people.lead')}</p>
        <FormSection title={t('people.identity')}>
          <PersonFields
            value={form.identity}
            onChange={(identity) => change({ identity })}
            errors={{
              lastName: asked && !named ? t('people.nameNeeded') : null,
              phone: asked && !readable ? t('people.phoneUnread') : null,
            }}
          />
        </FormSection>
        <FormSection title={t('people.address')}>
          <AddressFields value={form.address} onChange={(address) => change({ address })} />
          <QpvFields
            value={form.qpv}
            communeCode={form.address.commune?.code ?? null}
            onChange={(qpv) => change({ qpv })}
          />
        </FormSection>
        <FormSection title={t('people.field.project')}>
          <FreeTextField
            className="span-4"
            label={t('people.field.project')}
            optional
            limit={200}
            value={form.project}
            onChange={(project) => change({ project })}
          />
          <FreeTextField
            className="span-4"
            label={t('people.field.note')}
            optional
            value={form.note}
            onChange={(note) => change({ note })}
          />
        </FormSection>
      </FormLayout>
    </form>
  )
}

function LookAlikes({ form }: { form: Form }) {
  const { t } = useTranslation()
  const label = useChoiceLabel()
  const [identity] = useDebouncedValue(form.identity, 250)
  const phone = parsePhone(identity.phone)
  const enough = identity.lastName.trim().length > 1 || phone.ok
  const probe = {
    firstName: identity.firstName,
    lastName: identity.lastName,
    birthYear: /^\d{4}$/u.test(identity.birthYear) ? Number(identity.birthYear) : null,
    phones: phone.ok ? [phone.value] : [],
    emails: identity.email.includes('@') ? [identity.email.trim()] : [],
    postcode: form.address.postcode || null,
  }
  const found = useQuery('people.duplicates', probe, { enabled: enough, keepPrevious: true }).data ?? []
  if (!enough || found.length === 0) return null
  return (
    <div className="stack" role="status">
      <Banner tone="warn" icon={IconUsers}>
        {t('people.maybeKnown')}
      </Banner>
      {found.slice(0, 4).map((match) => (
        <section key={match.id}>
          <b className="semi">
            <PersonName lastName={match.lastName} firstName={match.firstName} />
          </b>
          <p className="sm t2">{match.reasons.map((reason) => label('duplicateReason', reason)).join(', ')}</p>
          <a href={`#/people/${match.id}`}>{t('people.openIt')}</a>
        </section>
      ))}
    </div>
  )
}
