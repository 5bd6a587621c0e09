import type { PersonFields } from '../../../shared/features/people'
import { parseQpvCode } from '../../../shared/rules/identifiers'
import type { QpvHow, QpvState } from '../../../shared/rules/values'
import type { ChoiceLabel } from '../../i18n/choices'
import type { Choice } from '../../ui/grid/columns'

type QpvFields = Pick<PersonFields, 'qpvState' | 'qpvCode' | 'qpvHow'>

const hows: readonly QpvHow[] = ['officialMap', 'landlordSaid', 'personSaid']

/** What a cell can say of a neighbourhood: each answer with how it is known. A typed code names one. */
export function qpvChoices(search: string, label: ChoiceLabel): Choice[] {
  const typed = parseQpvCode(search)
  const answers: readonly [QpvState, string | null][] = typed.ok ? [['in', typed.value]] : [['out', null]]
  const established = answers.flatMap(([state, code]) =>
    hows.map((how) => ({
      value: [state, code ?? '', how].join(' '),
      label: code === null ? label('qpvState', state) : `${label('qpvState', state)} ${code}`,
      detail: label('qpvHow', how),
    })),
  )
  return [{ value: 'toCheck', label: label('qpvState', 'toCheck') }, ...established]
}

export function readQpvChoice(value: string | null): QpvFields {
  const [state, code, how] = (value ?? 'toCheck').split(' ')
  return {
    qpvState: state === 'in' || state === 'out' ? state : 'toCheck',
    qpvCode: code === undefined || code === '' ? null : code,
    qpvHow: hows.find((known) => known === how) ?? null,
  }
}
