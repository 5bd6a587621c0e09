import { Button, Select } from '@mantine/core'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ask, useQuery } from '../../api'
import { asAppError } from '../../connection'
import { today } from '../../today'
import { useTold } from '../../told'
import { DateField } from '../../ui/DateField'
import { Drawer } from '../../ui/Drawer'
import { ProgrammeField } from './ProgrammeField'

/** Support begins: with whom, since when, within which programme. */
export function OpenSupport({ personId, onClose }: { personId: string; onClose: () => void }) {
  const { t } = useTranslation()
  const told = useTold()
  const formId = useId()
  const members = useQuery('members.list', {}).data ?? []
  const current = useQuery('members.current', {}).data ?? null
  const [chosen, setChosen] = useState<string | null>(null)
  const [programmeId, setProgrammeId] = useState<string | null>(null)
  const [startedOn, setStartedOn] = useState<string | null>(today)
  const [asked, setAsked] = useState(false)
  const [twice, setTwice] = useState(false)
  const [saving, setSaving] = useState(false)
  const coachId = chosen ?? current?.id ?? null
  const early = startedOn !== null && startedOn > today()

  async function save(): Promise<void> {
    setAsked(true)
    if (coachId === null || startedOn === null || early) return
    setSaving(true)
    try {
      const support = await ask('supports.open', { personId, coachId, programmeId, startedOn })
      told.done(t('supports.opened', { name: support.coachName }))
      onClose()
    } catch (problem) {
      if (asAppError(problem).code === 'alreadyExists') setTwice(true)
      else told.failed(problem)
    } finally {
      setSaving(false)
    }
  }

  return (
    <Drawer
      label={t('supports.begin')}
      title={t('supports.begin')}
      onClose={onClose}
      footer={
        <>
          <Button variant="subtle" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" form={formId} variant="filled" loading={saving}>
            {t('common.save')}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <Select
          label={t('supports.coach')}
          error={twice ? t('supports.already') : asked && coachId === null ? t('supports.coachNeeded') : null}
          data={members.filter(({ active }) => active).map(({ id, name }) => ({ value: id, label: name }))}
          value={coachId}
          onChange={(id) => {
            setChosen(id)
            setTwice(false)
          }}
        />
        <ProgrammeField value={programmeId} onChange={setProgrammeId} />
        <DateField
          label={t('supports.startedOn')}
          error={early ? t('supports.notYet') : asked && startedOn === null ? t('supports.dayNeeded') : null}
          value={startedOn}
          onChange={setStartedOn}
        />
        <p className="hint">{t('supports.beginHint')}</p>
      </form>
    </Drawer>
  )
}
