import type { Residence } from '../../../shared/features/organisations'
import { useChoiceLabel } from '../../i18n/choices'
import { StateDot } from '../../ui/StateDot'

/** The neighbourhood a residence is in, out of any, or to check. */
export function QpvWord({ residence }: { residence: Pick<Residence, 'qpvState' | 'qpvName' | 'qpvCode'> }) {
  const label = useChoiceLabel()
  if (residence.qpvState === 'in') return <>{residence.qpvName ?? residence.qpvCode}</>
  const word = label('qpvState', residence.qpvState)
  return residence.qpvState === 'out' ? <span className="t3">{word}</span> : <StateDot tone="warn">{word}</StateDot>
}
