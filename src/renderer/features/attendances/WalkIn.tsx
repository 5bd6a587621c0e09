import { Button, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { HalfDay } from '../../../shared/rules/attendance'
import { displayName } from '../../../shared/rules/fold'
import { parsePhone } from '../../../shared/rules/phone'
import { useCommand, useQuery } from '../../api'
import { useChoiceLabel } from '../../i18n/choices'
import { useTold } from '../../told'
import { Drawer } from '../../ui/Drawer'
import { PersonName } from '../../ui/PersonName'
import { PhoneField } from '../../ui/PhoneField'
import { useFirstFocus } from '../../ui/use-first-focus'

interface WalkInProps {
  readonly workshopId: string
  readonly halfDay: HalfDay
  /** The letters that named nobody of the list. */
  readonly typed: string
  readonly onClose: () => void
}

/** Someone who came without being enrolled: three fields, and whoever the base already knows that looks like them. */
export function WalkIn({ workshopId, halfDay, typed, onClose }: WalkInProps) {
  const { t } = useTranslation()
  const told = useTold()
  const first = useFirstFocus<HTMLInputElement>()
  const [form, setForm] = useState({ lastName: typed, firstName: '', phone: '' })
  const [asked, setAsked] = useState(false)
  const add = useCommand('attendances.addWalkIn')
  const nameless = form.lastName.trim() === '' && form.firstName.trim() === ''
  const phone = parsePhone(form.phone)
  const wrongPhone = !phone.ok && phone.reason !== 'empty'

  async function save(known: { personId: string; name: string } | null): Promise<void> {
    setAsked(true)
    if (known === null && (nameless || wrongPhone)) return
    try {
      await add.mutateAsync({ workshopId, halfDay, ...(known ? { personId: known.personId } : form) })
      told.done(t('attendances.walkedIn', { name: known?.name ?? displayName(form.lastName, form.firstName) }))
      onClose()
    } catch (problem) {
      told.failed(problem)
    }
  }

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void save(null)
      }}
    >
      <Drawer
        label={t('attendances.walkInTitle')}
        title={t('attendances.walkInTitle')}
        under={<span className="t2 sm">{t('attendances.walkInLead')}</span>}
        onClose={onClose}
        footer={
          <>
            <Button variant="subtle" onClick={onClose}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" variant="filled" loading={add.isPending}>
              {t('attendances.walkInSave')}
            </Button>
          </>
        }
      >
        <div className="stack">
          <TextInput
            label={t('attendances.lastName')}
            ref={first}
            maxLength={100}
            value={form.lastName}
            error={asked && nameless ? t('attendances.nameNeeded') : null}
            onChange={(event) => setForm({ ...form, lastName: event.currentTarget.value })}
          />
          <TextInput
            label={t('attendances.firstName')}
            maxLength={100}
            value={form.firstName}
            onChange={(event) => setForm({ ...form, firstName: event.currentTarget.value })}
          />
          <PhoneField
            label={t('attendances.phone')}
            optional
            value={form.phone}
            onChange={(value) => setForm((now) => ({ ...now, phone: value }))}
          />
          <MaybeKnown form={form} onTake={(known) => void save(known)} />
        </div>
      </Drawer>
    </form>
  )
}

interface MaybeKnownProps {
  readonly form: { readonly lastName: string; readonly firstName: string; readonly phone: string }
  readonly onTake: (known: { personId: string; name: string }) => void
}

function MaybeKnown({ form, onTake }: MaybeKnownProps) {
  const { t } = useTranslation()
  const label = useChoiceLabel()
  const [settled] = useDebouncedValue(form, 200)
  const phone = parsePhone(settled.phone)
  const phones = phone.ok ? [phone.value] : []
  const probe = { firstName: settled.firstName, lastName: settled.lastName, phones }
  const enabled = settled.lastName.trim().length > 1 || phones.length > 0
  const found = useQuery('people.duplicates', probe, { enabled, keepPrevious: true }).data ?? []
  if (!enabled || found.length === 0) return null
  return (
    <section className="walk-in-known" role="status">
      <h3 className="h3">{t('attendances.maybeKnown')}</h3>
      <ul>
        {found.slice(0, 4).map((match) => (
          <li key={match.id}>
            <span className="grow cut">
              <b className="med">
                <PersonName lastName={match.lastName} firstName={match.firstName} />
              </b>
              <small>{match.reasons.map((reason) => label('duplicateReason', reason)).join(', ')}</small>
            </span>
            <Button
              size="xs"
              onClick={() => onTake({ personId: match.id, name: displayName(match.lastName, match.firstName) })}
            >
              {t('attendances.takeKnown')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
