import { Button, TextInput } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type OutputOf, ask, useQuery } from '../../api'
import { useFormat } from '../../i18n/format'
import { useTold } from '../../told'
import { DateField } from '../../ui/DateField'
import { StateDot } from '../../ui/StateDot'
import { useFirstFocus } from '../../ui/use-first-focus'
import { today } from '../../today'

interface SheetPanelProps {
  readonly workshopId: string
  readonly attach?: (sign: (documentId: string) => void) => ReactNode
}

/** How far the proof is: the scan of those present, and the trainer's signature. Both make it signed. */
export function SheetPanel({ workshopId, attach }: SheetPanelProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const told = useTold()
  const sheet = useQuery('sheets.state', { workshopId }, { keepPrevious: true }).data
  const [signing, setSigning] = useState(false)
  if (!sheet || sheet.heldOn > today()) return null
  const { documentId, signedOn, countersignedOn, countersignedBy } = sheet

  async function sign(id: string | null): Promise<void> {
    try {
      await ask('sheets.sign', { workshopId, documentId: id, signedOn: null })
      told.done(t(id === null ? 'attendances.scanLetGo' : 'attendances.scanKept'))
    } catch (problem) {
      told.failed(problem)
    }
  }

  return (
    <section>
      <h2 className="h3">
        {t('attendances.proof')}
        <span className="end">
          {documentId !== null && countersignedOn !== null ? (
            <StateDot tone="done">{t('attendances.signed')}</StateDot>
          ) : (
            <StateDot tone="warn">{t('attendances.notSigned')}</StateDot>
          )}
        </span>
      </h2>
      <ul className="sheet-proof">
        <li>
          <StateDot tone={documentId === null ? 'neutral' : 'done'} hollow={documentId === null}>
            {t('attendances.scan')}
          </StateDot>
          <small>
            {documentId === null || signedOn === null
              ? t('attendances.scanMissing')
              : t('attendances.signedOn', { day: format.day(signedOn) })}
          </small>
          {documentId !== null ? (
            <Button size="xs" variant="subtle" onClick={() => void sign(null)}>
              {t('attendances.letScanGo')}
            </Button>
          ) : null}
          {documentId === null && attach ? attach((id) => void sign(id)) : null}
        </li>
        <li>
          <StateDot tone={countersignedOn === null ? 'neutral' : 'done'} hollow={countersignedOn === null}>
            {t('attendances.trainerSigned')}
          </StateDot>
          <small>
            {countersignedOn === null
              ? t('attendances.trainerMissing')
              : t('attendances.signedBy', { name: countersignedBy ?? '', day: format.day(countersignedOn) })}
          </small>
          {signing ? null : (
            <Button
              size="xs"
              variant={countersignedOn === null ? 'default' : 'subtle'}
              onClick={() => setSigning(true)}
            >
              {t(countersignedOn === null ? 'attendances.countersign' : 'attendances.changeSignature')}
            </Button>
          )}
        </li>
      </ul>
      {signing ? <Countersign sheet={sheet} onClose={() => setSigning(false)} /> : null}
    </section>
  )
}

function Countersign({ sheet, onClose }: { sheet: OutputOf<'sheets.state'>; onClose: () => void }) {
  const { t } = useTranslation()
  const told = useTold()
  const first = useFirstFocus<HTMLInputElement>()
  const [by, setBy] = useState(sheet.countersignedBy ?? sheet.trainerName ?? '')
  const [on, setOn] = useState<string | null>(sheet.countersignedOn ?? sheet.heldOn)
  const [asked, setAsked] = useState(false)
  const early = on !== null && on < sheet.heldOn

  async function save(event: React.FormEvent): Promise<void> {
    event.preventDefault()
    setAsked(true)
    if (early || (on !== null && by.trim() === '')) return
    try {
      await ask('sheets.countersign', { workshopId: sheet.workshopId, on, by })
      told.done(t('attendances.countersigned'))
      onClose()
    } catch (problem) {
      told.failed(problem)
    }
  }

  return (
    <form className="stack sheet-sign" onSubmit={(event) => void save(event)} noValidate>
      <TextInput
        label={t('attendances.trainer')}
        maxLength={120}
        value={by}
        ref={first}
        error={asked && on !== null && by.trim() === '' ? t('attendances.trainerNeeded') : null}
        onChange={(event) => setBy(event.currentTarget.value)}
      />
      <DateField
        label={t('attendances.signedDay')}
        optional
        description={t('attendances.signedDayHint')}
        value={on}
        onChange={setOn}
        error={asked && early ? t('attendances.beforeHeld') : null}
      />
      <div className="row">
        <Button size="xs" type="submit">
          {t('common.save')}
        </Button>
        <Button size="xs" variant="subtle" onClick={onClose}>
          {t('common.cancel')}
        </Button>
      </div>
    </form>
  )
}
