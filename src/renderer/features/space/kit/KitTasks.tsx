import { Button, TextInput } from '@mantine/core'
import { IconCheck, IconDownload, IconPrinter } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { asAppError } from '../../../connection'
import { useErrorWords } from '../../../i18n/error-words'
import { useFormat } from '../../../i18n/format'
import { callShell } from '../../../shell'
import { useKitPage } from './kit-page'
import type { KitCheckState } from './use-kit-check'
import './kit.css'

export function StepList({ children }: { children: ReactNode }) {
  return <ol className="todo">{children}</ol>
}

interface TodoItemProps {
  readonly number: number
  readonly place: 'done' | 'now' | 'ahead'
  readonly title: string
  readonly children: ReactNode
}

export function TodoItem({ number, place, title, children }: TodoItemProps) {
  const { t } = useTranslation()
  return (
    <li data-place={place} aria-current={place === 'now' ? 'step' : undefined}>
      <span className="todo-number">
        {place === 'done' ? <IconCheck size={14} aria-label={t('space.done')} role="img" /> : number}
      </span>
      <div className="grow">
        <h2>{title}</h2>
        {children}
      </div>
    </li>
  )
}

interface KitPrintProps {
  readonly spaceName: string
  readonly recoveryKey: readonly string[]
  readonly onPrinted: () => void
}

type Outcome = { readonly kind: 'printed' | 'notPrinted' | 'saved'; readonly at: string; readonly path: string } | null

/** Sends the sheet to a printer, or writes it as a PDF to be printed elsewhere. */
export function KitPrint({ spaceName, recoveryKey, onPrinted }: KitPrintProps) {
  const { t } = useTranslation()
  const words = useErrorWords()
  const page = useKitPage(spaceName, recoveryKey)
  const [outcome, setOutcome] = useState<Outcome>(null)
  const [error, setError] = useState<string | null>(null)

  async function attempt(work: () => Promise<Outcome>): Promise<void> {
    setError(null)
    try {
      const result = await work()
      if (result === null) return
      setOutcome(result)
      if (result.kind !== 'notPrinted') onPrinted()
    } catch (problem) {
      setError(words(asAppError(problem)))
    }
  }

  const print = () =>
    attempt(async () => {
      const { printed } = await callShell('printHtml', page())
      return { kind: printed ? 'printed' : 'notPrinted', at: new Date().toISOString(), path: '' }
    })
  const save = () =>
    attempt(async () => {
      const path = await callShell('savePdf', { ...page(), path: null })
      return path === null ? null : { kind: 'saved', at: new Date().toISOString(), path }
    })

  return (
    <>
      <p role="status">
        <OutcomeWords outcome={outcome} />
      </p>
      <div className="todo-acts">
        <Button size="xs" leftSection={<IconPrinter size={15} />} onClick={() => void print()}>
          {outcome?.kind === 'printed' ? t('space.printAgain') : t('space.print')}
        </Button>
        <Button size="xs" variant="subtle" leftSection={<IconDownload size={15} />} onClick={() => void save()}>
          {t('space.savePdf')}
        </Button>
      </div>
      <p className="field-error" role="alert">
        {error}
      </p>
    </>
  )
}

function OutcomeWords({ outcome }: { outcome: Outcome }) {
  const { t } = useTranslation()
  const format = useFormat()
  if (outcome === null) return t('space.kitPrintBody')
  const at = format.time(outcome.at)
  if (outcome.kind === 'notPrinted') return t('space.notPrinted')
  if (outcome.kind === 'printed') return t('space.printedAt', { at })
  return t('space.savedAt', { at, file: outcome.path.split(/[\\/]/u).at(-1) ?? outcome.path })
}

/** Two groups, copied from the paper. */
export function KitCheck({ check }: { check: KitCheckState }) {
  const { t } = useTranslation()
  return (
    <>
      <p>{t('space.kitVerifyBody')}</p>
      <div className="kit-check">
        {check.asked.map((group, place) => (
          <TextInput
            key={group}
            label={t('space.group', { number: group + 1 })}
            classNames={{ input: 'mono key-group' }}
            value={check.typed[place] ?? ''}
            onChange={(event) => check.type(place, event.currentTarget.value)}
            error={check.isWrong(place) ? t('space.groupWrong') : null}
            rightSection={
              check.isRight(place) ? (
                <IconCheck className="kit-right" size={16} aria-label={t('space.groupRight')} role="img" />
              ) : null
            }
            autoComplete="off"
            spellCheck={false}
          />
        ))}
      </div>
    </>
  )
}
