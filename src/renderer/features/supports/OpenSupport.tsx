import { Select } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ask, useQuery } from '../../api'
import { asAppError } from '../../connection'
import { FormDrawer } from '../../forms/FormDrawer'
import { useDrawerSave } from '../../forms/use-drawer-save'
import { today } from '../../today'
import { useTold } from '../../told'
import { DateField } from '../../ui/DateField'
import { ProgrammeField } from './ProgrammeField'

/** Support begins: with whom, since when, within which programme. */
export function OpenSupport({ personId, onClose }: { personId: string; onClose: () => void }) {
  const { t } = useTranslation()
  const told = useTold()
  const members = useQuery('members.list', {}).data ?? []
  const current = useQuery('members.current', {}).data ?? null
  const [chosen, setChosen] = useState<string | null>(null)
  const [programmeId, setProgrammeId] = useState<string | null>(null)
  const [startedOn, setStartedOn] = useState<string | null>(today)
  const [twice, setTwice] = useState(false)
  const coachId = chosen ?? current?.id ?? null
  const early = startedOn !== null && startedOn > today()

  const { asked, drawer } = useDrawerSave({ write, onClose })

  async function write(): Promise<boolean> {
    if (coachId === null || startedOn === null || early) return false
    try {
      const support = await ask('supports.open', { personId, coachId, programmeId, startedOn })
      told.done(t('supports.opened', { name: support.coachName }))
      return true
    } catch (problem) {
      if (asAppError(problem).code !== 'alreadyExists') throw problem
      setTwice(true)
      return false
    }
  }

  return (
    <FormDrawer {...drawer} label={t('supports.begin')} className="stack">
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
    </FormDrawer>
  )
}
