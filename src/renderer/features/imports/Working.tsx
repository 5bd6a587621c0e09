import type { Progress } from '../../../shared/endpoint'
import { ProgressPanel } from '../../ui/ProgressPanel'
import { useStepWord } from './import-words'

interface WorkingProps {
  readonly title: string
  readonly running: { readonly progress: Progress | null; readonly stopping: boolean }
  readonly onStop: () => void
  readonly hint?: string
}

/** Long work in the place of what it prepares. */
export function Working({ title, running, onStop, hint }: WorkingProps) {
  const stepWord = useStepWord()
  const { progress, stopping } = running
  return (
    <div className="import-working">
      <ProgressPanel
        title={title}
        done={progress?.done ?? 0}
        total={progress?.total ?? null}
        step={stepWord(progress?.step)}
        onCancel={onStop}
        cancelling={stopping}
        {...(hint === undefined ? {} : { hint })}
      />
    </div>
  )
}
