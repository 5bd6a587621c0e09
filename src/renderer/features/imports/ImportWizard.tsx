import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ColumnMapping, ImportDraft, ImportRun } from '../../../shared/features/imports'
import type { FileShape } from '../../../shared/reader'
import { ask, queryClient, useQuery } from '../../api'
import { asAppError } from '../../connection'
import { useErrorWords } from '../../i18n/error-words'
import { useTold } from '../../told'
import { Banner } from '../../ui/Banner'
import { ErrorState } from '../../ui/ErrorState'
import { showToast } from '../../ui/toasts'
import { useJob } from '../../use-job'
import { ColumnsStep } from './ColumnsStep'
import { PreviewStep } from './PreviewStep'
import { ResultStep } from './ResultStep'
import { forgetUnfinished, noteUnfinished, pathOf, rememberPath } from './unfinished'
import { WizardHead } from './WizardHead'
import { Working } from './Working'

interface ImportWizardProps {
  readonly id: string
  /** The file was read again, under another shape: another import takes this one's place. */
  readonly onOther: (id: string) => void
  readonly onLeave: () => void
  readonly onList: (kind: ImportRun['kind']) => void
  readonly onAnother: () => void
}

/** An import from its columns to its result. What was begun is kept, and taken up again at its columns. */
export function ImportWizard(props: ImportWizardProps) {
  const { t } = useTranslation()
  const words = useErrorWords()
  const draft = useQuery('imports.draft', { id: props.id })
  const runs = useQuery('imports.runs', {})
  const run = runs.data?.find(({ id }) => id === props.id)
  if (draft.error) {
    return <ErrorState title={t('imports.missing')} body={words(draft.error)} onRetry={() => void draft.refetch()} />
  }
  if (!draft.data || !runs.data) return <WizardHead title={t('common.loading')} step="columns" />
  if (run) {
    return (
      <>
        <WizardHead title={run.fileName} step="result" />
        <ResultStep run={run} onList={() => props.onList(run.kind)} onAnother={props.onAnother} />
      </>
    )
  }
  return <Preparing {...props} key={props.id} draft={draft.data} onApplied={() => void runs.refetch()} />
}

interface PreparingProps extends ImportWizardProps {
  readonly draft: ImportDraft
  readonly onApplied: () => void
}

function Preparing({ draft, onOther, onLeave, onApplied }: PreparingProps) {
  const { t } = useTranslation()
  const words = useErrorWords()
  const { failed } = useTold()
  const [step, setStep] = useState<'columns' | 'preview'>('columns')
  const [mapping, setMapping] = useState<readonly ColumnMapping[]>(draft.mapping)
  const [strategy, setStrategy] = useState(draft.strategy)
  const reading = useJob('imports.read')
  const planning = useJob('imports.plan')
  const applying = useJob('imports.apply')
  const error = [reading.error, planning.error, applying.error].find((one) => one && one.code !== 'cancelled')
  const path = pathOf(draft.id)

  async function plan(by: ImportDraft['strategy']): Promise<void> {
    const counts = await planning.run({ id: draft.id, mapping: [...mapping], strategy: by })
    if (!counts) return
    setStrategy(by)
    await queryClient.invalidateQueries({ queryKey: ['imports'] })
    setStep('preview')
  }

  async function readAgain(file: string, shape: FileShape): Promise<void> {
    const other = await reading.run({ kind: draft.kind, path: file, shape })
    if (!other) return
    rememberPath(other.id, file)
    try {
      await noteUnfinished(other)
      await forgetUnfinished(draft.id)
      await ask('imports.cancel', { id: draft.id })
    } catch (problem) {
      failed(asAppError(problem))
    }
    onOther(other.id)
  }

  async function drop(): Promise<void> {
    try {
      await ask('imports.cancel', { id: draft.id })
      await forgetUnfinished(draft.id)
      showToast({ tone: 'info', text: t('imports.dropped') })
      onLeave()
    } catch (problem) {
      failed(asAppError(problem))
    }
  }

  async function apply(): Promise<void> {
    const run = await applying.run({ id: draft.id })
    // the rows may have been worked out again on the way: what is asked is what stands there now
    if (!run) return queryClient.invalidateQueries({ queryKey: ['imports', 'preview'] })
    await forgetUnfinished(draft.id)
    onApplied()
  }

  const rows = t('imports.rowCount', { count: draft.rows })
  return (
    <>
      <WizardHead title={draft.fileName} step={step} detail={`${t(`imports.kinds.${draft.kind}`)}, ${rows}`} />
      {error ? (
        <div className="import-banners">
          <Banner tone={error.code === 'previewChanged' ? 'warn' : 'danger'}>{words(error)}</Banner>
        </div>
      ) : null}
      {reading.running ? (
        <Working title={t('imports.reading')} running={reading.running} onStop={reading.stop} />
      ) : planning.running ? (
        <Working title={t('imports.planning')} running={planning.running} onStop={planning.stop} />
      ) : applying.running ? (
        <Working
          title={t('imports.applying')}
          running={applying.running}
          onStop={applying.stop}
          hint={t('imports.applyingHint')}
        />
      ) : step === 'columns' ? (
        <ColumnsStep
          draft={draft}
          mapping={mapping}
          onMapping={setMapping}
          onShape={path === null ? null : (shape) => void readAgain(path, shape)}
          onPreview={() => void plan(strategy)}
          onDrop={() => void drop()}
        />
      ) : (
        <PreviewStep
          draft={draft}
          mapping={mapping}
          strategy={strategy}
          onStrategy={(next) => void plan(next)}
          onBack={() => setStep('columns')}
          onApply={() => void apply()}
        />
      )}
    </>
  )
}
