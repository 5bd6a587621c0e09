import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Residence, ResidenceFields } from '../../../shared/features/organisations'
import { parseQpvCode } from '../../../shared/rules/identifiers'
import { ask } from '../../api'
import { type ChoiceLabel, useChoiceLabel } from '../../i18n/choices'
import { useErrorWords } from '../../i18n/error-words'
import { saveCell } from '../../lists/cell-edits'
import { useTold } from '../../told'
import type { CellEdit, Choice, EditOutcome, GridColumn } from '../../ui/grid/columns'
import { QpvWord } from './QpvWord'
import { useResidenceFieldWords } from './use-field-words'

type Save = (row: Residence, fields: Partial<ResidenceFields>) => Promise<EditOutcome<Residence>>

/** The columns of the list of residences: what each shows, and how it is edited in place. */
export function useResidenceColumns(): readonly GridColumn<Residence>[] {
  const { t } = useTranslation()
  const label = useChoiceLabel()
  const save = useSaveCell()
  return useMemo(() => {
    const text = (field: 'name' | 'code' | 'address' | 'city', most: number): CellEdit<Residence> => ({
      kind: 'text',
      valueOf: (row) => row[field] ?? '',
      validate(typed) {
        if (typed.length > most) return t('people.tooLong')
        return field === 'name' && typed.trim() === '' ? t('residences.wrong.nameNeeded') : null
      },
      save: (row, typed) => save(row, { [field]: typed.trim() || null }),
    })
    return [
      {
        field: 'name',
        header: t('residences.name'),
        text: ({ name }) => name,
        width: 180,
        grows: true,
        sortable: true,
        look: 'record',
        edit: text('name', 200),
      },
      {
        field: 'code',
        header: t('residences.code'),
        text: ({ code }) => code ?? '',
        width: 96,
        sortable: true,
        look: 'figures',
        edit: text('code', 40),
      },
      {
        field: 'landlordName',
        header: t('residences.landlord'),
        text: ({ landlordName }) => landlordName,
        width: 180,
        sortable: true,
      },
      {
        field: 'address',
        header: t('residences.address'),
        text: ({ address }) => address ?? '',
        width: 200,
        hiddenAtFirst: true,
        edit: text('address', 200),
      },
      {
        field: 'postcode',
        header: t('residences.postcode'),
        text: ({ postcode }) => postcode ?? '',
        width: 100,
        sortable: true,
        look: 'figures',
      },
      {
        field: 'city',
        header: t('residences.city'),
        text: ({ communeName, city }) => city ?? communeName ?? '',
        width: 140,
        sortable: true,
        edit: text('city', 100),
      },
      {
        field: 'qpvState',
        header: t('residences.qpv'),
        text: ({ qpvState, qpvName, qpvCode }) =>
          qpvState === 'in' ? (qpvName ?? qpvCode ?? '') : label('qpvState', qpvState),
        render: (row) => <QpvWord residence={row} />,
        width: 150,
        edit: {
          kind: 'choice',
          valueOf: ({ qpvState, qpvCode }) => qpvCode ?? qpvState,
          choices: async (search) => qpvChoices(search, label),
          save: (row, value) => save(row, readQpv(value)),
        },
      },
      {
        field: 'people',
        header: t('residences.housed'),
        text: ({ people }) => String(people),
        width: 84,
        align: 'end',
        look: 'figures',
      },
    ]
  }, [t, label, save])
}

/** Out, to check, or in the one whose code is typed. */
function qpvChoices(search: string, label: ChoiceLabel): readonly Choice[] {
  const code = parseQpvCode(search)
  if (code.ok) return [{ value: code.value, label: `${label('qpvState', 'in')} ${code.value}` }]
  const sought = search.trim().toLocaleLowerCase()
  return (['out', 'toCheck'] as const)
    .map((value) => ({ value, label: label('qpvState', value) }))
    .filter((choice) => choice.label.toLocaleLowerCase().includes(sought))
}

function readQpv(value: string | null): Pick<ResidenceFields, 'qpvState' | 'qpvCode'> {
  if (value === 'out') return { qpvState: 'out', qpvCode: null }
  if (value === null || value === 'toCheck') return { qpvState: 'toCheck', qpvCode: null }
  return { qpvState: 'in', qpvCode: value }
}

const noLandlords = {}

function useSaveCell(): Save {
  const { t } = useTranslation()
  const told = useTold()
  const words = useErrorWords()
  const said = useResidenceFieldWords(noLandlords)
  return useMemo(() => {
    const writer = {
      read: (id: string) => ask('residences.get', { id }),
      write: (input: { id: string; version: number; fields: Partial<ResidenceFields> }) =>
        ask('residences.update', input),
      toRow: (residence: Residence) => residence,
      shown: said.value,
      words,
      onSaved: () => told.done(t('lists.changed')),
    }
    return (row: Residence, fields: Partial<ResidenceFields>) => saveCell(writer, row, fields)
  }, [t, told, words, said])
}
