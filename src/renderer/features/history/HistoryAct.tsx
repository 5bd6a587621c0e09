import { Button } from '@mantine/core'
import { IconArrowBackUp } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { EntityName, HistoryEntry } from '../../../shared/features/history'
import { useCommandWords } from '../../i18n/command-words'
import { useFormat } from '../../i18n/format'
import { ConfirmDialog } from '../../ui/ConfirmDialog'
import { useUndo } from '../../use-undo'
import { useFieldSaid } from './field-said'

type Change = HistoryEntry['changes'][number]

/** One act: what it was, who did it and when, what it changed, and the way to take it back. */
export function HistoryAct({ entry, entity }: { entry: HistoryEntry; entity: EntityName }) {
  const { t } = useTranslation()
  const format = useFormat()
  const what = useActSaid()(entry)
  return (
    <li className="record-history-act" data-undone={entry.undone || undefined}>
      <div className="row">
        <b className="med">{what}</b>
        <span className="t3 sm">
          {[format.instant(entry.at), entry.by].filter(Boolean).join(', ')}
          {entry.undone ? `, ${t('history.undoneMark')}` : ''}
        </span>
        {entry.undoable ? <TakeBack entry={entry} what={what} /> : null}
      </div>
      <ul>
        {entry.changes.map((change) => (
          <ChangeLines
            key={`${change.entity} ${change.recordId}`}
            change={change}
            names={entry.names}
            own={change.entity === entity}
          />
        ))}
      </ul>
    </li>
  )
}

/** « personne modifiée », and for an undo what it took back. */
function useActSaid(): (entry: HistoryEntry) => string {
  const { t } = useTranslation()
  const said = useCommandWords()
  return ({ command, undoes }) => {
    if (undoes === null) return said(command)
    const what = said(undoes)
    return command === 'history.redoLast' ? t('history.redone', { what }) : t('history.undone', { what })
  }
}

/** Undone at once when only this record was written; when others were, that is said first. */
function TakeBack({ entry, what }: { entry: HistoryEntry; what: string }) {
  const { t } = useTranslation()
  const { undoBatch } = useUndo()
  const [asking, setAsking] = useState(false)
  const [working, setWorking] = useState(false)

  async function undo(): Promise<void> {
    setWorking(true)
    await undoBatch(entry.batchId)
    setWorking(false)
    setAsking(false)
  }
  return (
    <>
      <Button
        className="end"
        size="xs"
        variant="subtle"
        leftSection={<IconArrowBackUp size={14} />}
        aria-label={t('history.undo', { what })}
        loading={working}
        onClick={() => (entry.others > 0 ? setAsking(true) : void undo())}
      >
        {t('common.undo')}
      </Button>
      <ConfirmDialog
        opened={asking}
        title={t('history.undoQuestion', { what })}
        confirm={t('history.undoAll', { count: entry.others + 1 })}
        keep={t('history.keepIt')}
        onClose={() => setAsking(false)}
        onConfirm={undo}
      >
        <p>{t('history.undoOthers', { count: entry.others })}</p>
        <p>{t('history.undoKeeps')}</p>
      </ConfirmDialog>
    </>
  )
}

interface ChangeLinesProps {
  readonly change: Change
  readonly names: HistoryEntry['names']
  /** Of the record itself; the change of a part says which part it is. */
  readonly own: boolean
}

function ChangeLines({ change, names, own }: ChangeLinesProps) {
  const { t } = useTranslation()
  const said = useFieldSaid()(names)
  const lines = change.fields.flatMap(({ field, before, after }) => {
    const label = said.label(change.entity, field)
    const was = said.value(change.entity, field, before)
    const is = said.value(change.entity, field, after)
    return label === null || was === is ? [] : [{ field, label, was, is }]
  })
  if (lines.length === 0) return null
  const whole = change.operation !== 'update' // a part that came or went: its values need no « before »
  return (
    <li>
      {own ? null : (
        <span className="med">
          {t(`history.parts.${partOf(change.entity)}`)}
          {change.operation === 'delete' ? `, ${t('history.removedMark')}` : ''}
        </span>
      )}
      <ul className="record-history-fields">
        {lines.map(({ field, label, was, is }) => (
          <li key={field}>
            <span className="t3">{label}</span>{' '}
            {was === null ? null : (
              <>
                <s>{was}</s>{' '}
              </>
            )}
            {is ?? (whole ? null : <i className="t3">{t('history.conflictEmpty')}</i>)}
          </li>
        ))}
      </ul>
    </li>
  )
}

const parts = [
  'participantProfiles',
  'contactPoints',
  'taggings',
  'consents',
  'affiliations',
  'referralMoves',
  'contactAttempts',
  'referralFeedbacks',
  'programmePartners',
  'fundedActions',
  'programmeGoals',
  'cohortQuotas',
  'workshopFundings',
  'documents',
  'interactions',
] as const

function partOf(entity: EntityName): (typeof parts)[number] | 'other' {
  return parts.find((part) => part === entity) ?? 'other'
}
