import { Button } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { displayName } from '../../../shared/rules/fold'
import { formatPhone } from '../../../shared/rules/phone'
import { emptyFilter } from '../../../shared/rules/lists'
import { type InputOf, ask } from '../../api'
import { asAppError } from '../../connection'
import { useTold } from '../../told'
import { Banner } from '../../ui/Banner'
import { Drawer } from '../../ui/Drawer'
import { type PickerOption, RecordPicker } from '../../ui/RecordPicker'
import { AcceptedReferrals, type ChosenReferrals } from './AcceptedReferrals'
import { useStart } from './StartFields'

interface AddPeopleProps {
  readonly cohortId: string
  readonly onClose: () => void
}

/** People join a cohort: those whose referral was accepted, or anyone of the list of people. */
export function AddPeople({ cohortId, onClose }: AddPeopleProps) {
  const { t } = useTranslation()
  const [referrals, setReferrals] = useState<ChosenReferrals>(new Map())
  const [people, setPeople] = useState<readonly PickerOption[]>([])
  const { start, fields } = useStart()
  const { saving, already, save } = useAdding(cohortId, onClose)
  const chosen = [
    ...[...referrals].map(([referralId, personId]) => ({ personId, referralId })),
    ...people.map(({ id }) => ({ personId: id, referralId: null })),
  ]
  const known = (id: string) => chosen.some(({ personId }) => personId === id)

  return (
    <Drawer
      label={t('enrolments.add')}
      title={t('enrolments.add')}
      onClose={onClose}
      footer={
        <>
          <Button variant="subtle" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button
            variant="filled"
            loading={saving}
            disabled={chosen.length === 0 || start === null}
            onClick={() => start && void save({ ...start, cohortId, people: chosen })}
          >
            {chosen.length === 0 ? t('enrolments.add') : t('enrolments.addCount', { count: chosen.length })}
          </Button>
        </>
      }
    >
      {already ? <Banner tone="warn">{t('enrolments.alreadyThere', { names: already })}</Banner> : null}
      <AcceptedReferrals cohortId={cohortId} chosen={referrals} onChange={setReferrals} />
      <section className="enrolment-section">
        <RecordPicker
          label={t('enrolments.pickPeople')}
          description={t('enrolments.pickPeopleHint')}
          value={null}
          search={async (text) => (await findPeople(text)).filter(({ id }) => !known(id))}
          onChange={(option) => option && setPeople([...people, option])}
          createLabel={(name) => t('enrolments.newPerson', { name })}
          onCreate={(name) => {
            location.hash = `#/people/new?name=${encodeURIComponent(name)}`
          }}
        />
        <ul className="chosen-people">
          {people.map(({ id, label }) => (
            <li key={id}>
              <span className="cut">{label}</span>
              <button
                type="button"
                aria-label={t('enrolments.unpick', { name: label })}
                onClick={() => setPeople(people.filter((person) => person.id !== id))}
              >
                <IconX size={14} />
              </button>
            </li>
          ))}
        </ul>
      </section>
      <section className="enrolment-section">{fields}</section>
    </Drawer>
  )
}

function useAdding(cohortId: string, onClose: () => void) {
  const { t } = useTranslation()
  const told = useTold()
  const [saving, setSaving] = useState(false)
  const [already, setAlready] = useState<string | null>(null)

  async function save(input: InputOf<'enrolments.create'>): Promise<void> {
    setSaving(true)
    setAlready(null)
    try {
      const { ids } = await ask('enrolments.create', { ...input, cohortId })
      told.done(t('enrolments.added', { count: ids.length }))
      onClose()
    } catch (problem) {
      const { code, data } = asAppError(problem)
      if (code === 'alreadyExists') setAlready(String(data['label'] ?? ''))
      else told.failed(problem)
    } finally {
      setSaving(false)
    }
  }

  return { saving, already, save }
}

async function findPeople(text: string): Promise<PickerOption[]> {
  const { rows } = await ask('people.list', { filter: { ...emptyFilter, search: text }, offset: 0, limit: 12 })
  return rows.map(({ id, lastName, firstName, phone, city }) => {
    const detail = phone === null ? city : formatPhone(phone)
    return { id, label: displayName(lastName, firstName), ...(detail === null ? {} : { detail }) }
  })
}
