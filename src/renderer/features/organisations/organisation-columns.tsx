import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Organisation, OrganisationFields, OrganisationRow } from '../../../shared/features/organisations'
import { formatSiret, parseSiren } from '../../../shared/rules/identifiers'
import { formatPhone } from '../../../shared/rules/phone'
import { landlordFamilies, organisationKinds } from '../../../shared/rules/values'
import { ask } from '../../api'
import { useChoiceLabel } from '../../i18n/choices'
import { useErrorWords } from '../../i18n/error-words'
import { useFormat } from '../../i18n/format'
import { saveCell } from '../../lists/cell-edits'
import { useTold } from '../../told'
import type { CellEdit, Choice, EditOutcome, GridColumn } from '../../ui/grid/columns'
import { useOrganisationFieldWords } from './use-field-words'

type Save = (row: OrganisationRow, fields: Partial<OrganisationFields>) => Promise<EditOutcome<OrganisationRow>>

/** The columns of the list of organisations: what each shows, and how it is edited in place. */
export function useOrganisationColumns(): readonly GridColumn<OrganisationRow>[] {
  const { t } = useTranslation()
  const label = useChoiceLabel()
  const format = useFormat()
  const save = useSaveCell()
  return useMemo(() => {
    const families: Choice[] = landlordFamilies.map((value) => ({ value, label: label('landlordFamily', value) }))
    const kinds: Choice[] = organisationKinds.map((value) => ({ value, label: label('organisationKind', value) }))
    const text = (field: 'name' | 'city', most: number): CellEdit<OrganisationRow> => ({
      kind: 'text',
      valueOf: (row) => row[field] ?? '',
      validate(typed) {
        if (typed.length > most) return t('people.tooLong')
        return field === 'name' && typed.trim() === '' ? t('organisations.nameNeeded') : null
      },
      save: (row, typed) => save(row, field === 'name' ? { name: typed.trim() } : { city: typed.trim() || null }),
    })
    return [
      {
        field: 'name',
        header: t('organisations.name'),
        text: ({ name }) => name,
        width: 220,
        grows: true,
        sortable: true,
        look: 'record',
        edit: text('name', 200),
      },
      {
        field: 'kind',
        header: t('organisations.kind'),
        text: ({ kind }) => label('organisationKind', kind),
        width: 130,
        sortable: true,
        edit: {
          kind: 'choice',
          valueOf: ({ kind }) => kind,
          choices: (search) => matching(kinds, search),
          save: (row, value) => save(row, { kind: organisationKinds.find((kind) => kind === value) ?? row.kind }),
        },
      },
      {
        field: 'landlordFamily',
        header: t('organisations.family'),
        text: ({ landlordFamily }) => (landlordFamily ? label('landlordFamily', landlordFamily) : ''),
        width: 170,
        sortable: true,
        edit: {
          kind: 'choice',
          valueOf: ({ landlordFamily }) => landlordFamily,
          choices: (search) => matching([...families, { value: null, label: t('organisations.notSaid') }], search),
          save: (row, value) =>
            save(row, { landlordFamily: landlordFamilies.find((family) => family === value) ?? null }),
        },
      },
      {
        field: 'siren',
        header: t('organisations.siren'),
        text: ({ siren }) => formatSiret(siren ?? ''),
        width: 112,
        sortable: true,
        look: 'figures',
        edit: {
          kind: 'text',
          valueOf: ({ siren }) => formatSiret(siren ?? ''),
          validate(typed) {
            const read = parseSiren(typed)
            if (read.ok || read.reason === 'empty') return null
            const count = typed.replaceAll(/\D/gu, '').length
            return read.reason === 'wrongLength'
              ? t('organisations.wrong.sirenLength', { count })
              : t(read.reason === 'wrongKey' ? 'organisations.wrong.sirenKey' : 'organisations.wrong.digits')
          },
          save: (row, typed) => save(row, { siren: typed.trim() || null }),
        },
      },
      {
        field: 'siret',
        header: t('organisations.siret'),
        text: ({ siret }) => formatSiret(siret ?? ''),
        width: 150,
        look: 'figures',
        hiddenAtFirst: true,
      },
      {
        field: 'postcode',
        header: t('organisations.postcode'),
        text: ({ postcode }) => postcode ?? '',
        width: 96,
        sortable: true,
        look: 'figures',
        hiddenAtFirst: true,
      },
      {
        field: 'city',
        header: t('organisations.city'),
        text: ({ city }) => city ?? '',
        width: 150,
        sortable: true,
        edit: text('city', 100),
      },
      {
        field: 'phone',
        header: t('organisations.phone'),
        text: ({ phone }) => (phone ? formatPhone(phone) : ''),
        width: 124,
        look: 'figures',
      },
      {
        field: 'email',
        header: t('forms.email'),
        text: ({ email }) => email ?? '',
        width: 190,
        hiddenAtFirst: true,
      },
      {
        field: 'createdAt',
        header: t('organisations.createdAt'),
        text: ({ createdAt }) => format.day(createdAt),
        width: 104,
        sortable: true,
        look: 'muted',
        hiddenAtFirst: true,
      },
      {
        field: 'updatedAt',
        header: t('organisations.updatedAt'),
        text: ({ updatedAt }) => format.day(updatedAt),
        width: 104,
        sortable: true,
        look: 'muted',
      },
    ]
  }, [t, label, format, save])
}

function useSaveCell(): Save {
  const { t } = useTranslation()
  const told = useTold()
  const words = useErrorWords()
  const said = useOrganisationFieldWords()
  return useMemo(() => {
    const writer = {
      read: (id: string) => ask('organisations.get', { id }),
      write: (input: { id: string; version: number; fields: Partial<OrganisationFields> }) =>
        ask('organisations.update', input),
      toRow,
      shown: said.value,
      words,
      onSaved: () => told.done(t('lists.changed')),
    }
    return (row: OrganisationRow, fields: Partial<OrganisationFields>) => saveCell(writer, row, fields)
  }, [t, told, words, said])
}

function toRow(organisation: Organisation, before: OrganisationRow): OrganisationRow {
  const { version, kind, name, siren, siret, landlordFamily, postcode, city, updatedAt } = organisation
  return { ...before, version, kind, name, siren, siret, landlordFamily, postcode, city, updatedAt }
}

function matching(choices: readonly Choice[], search: string): readonly Choice[] {
  const sought = search.trim().toLocaleLowerCase()
  return choices.filter(({ label }) => label.toLocaleLowerCase().includes(sought))
}
