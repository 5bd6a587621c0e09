import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Person, PersonFields, PersonRow } from '../../../shared/features/people'
import { displayName } from '../../../shared/rules/fold'
import { formatPhone } from '../../../shared/rules/phone'
import { educationLevels, personStatuses, projectStages } from '../../../shared/rules/values'
import { personListFields } from '../../../shared/rules/lists'
import { ask } from '../../api'
import { type ChoiceLabel, useChoiceLabel } from '../../i18n/choices'
import { useErrorWords } from '../../i18n/error-words'
import { useFormat } from '../../i18n/format'
import { saveCell } from '../../lists/cell-edits'
import { useTold } from '../../told'
import type { CellEdit, Choice, EditOutcome, GridColumn } from '../../ui/grid/columns'
import type { FilterField } from '../../ui/grid/conditions'
import { PersonName } from '../../ui/PersonName'
import { StateDot } from '../../ui/StateDot'
import { StepMark } from '../../ui/Steps'
import { qpvChoices, readQpvChoice } from './qpv-choice'
import { referralLook } from './referral-look'
import { usePersonFieldWords } from './use-field-words'

type Save = (row: PersonRow, fields: Partial<PersonFields>) => Promise<EditOutcome<PersonRow>>

/** The columns of the list of people: what each shows, and how it is edited in place. */
export function usePeopleColumns(): readonly GridColumn<PersonRow>[] {
  const { t } = useTranslation()
  const choice = useChoiceLabel()
  const format = useFormat()
  const save = useSaveCell()
  return useMemo(() => {
    const word = (list: string, code: string | null) => (code === null ? '' : choice(list, code))
    const codes = (list: string, values: readonly string[], field: 'status' | 'education' | 'projectStage') =>
      choiceEdit(list, values, field, choice, t('people.notSaid'), save)
    return [
      {
        field: 'name',
        header: t('people.column.name'),
        text: ({ lastName, firstName }) => displayName(lastName, firstName),
        render: (row) => <PersonName lastName={row.lastName} firstName={row.firstName} />,
        width: 180,
        grows: true,
        sortable: true,
        look: 'record',
      },
      {
        field: 'lastReferralState',
        header: t('people.column.lastReferralState'),
        text: ({ lastReferralState }) => word('referralState', lastReferralState),
        render: ({ lastReferralState }) => <LastReferral state={lastReferralState} />,
        width: 132,
      },
      {
        field: 'qpvState',
        header: t('people.column.qpvState'),
        text: (row) => (row.qpvState === 'in' ? (row.qpvName ?? row.qpvCode ?? '') : word('qpvState', row.qpvState)),
        render: (row) => <QpvCell row={row} />,
        width: 126,
        sortable: true,
        edit: {
          kind: 'choice',
          valueOf: ({ qpvState }) => (qpvState === 'toCheck' ? 'toCheck' : null),
          choices: (search) => matching(qpvChoices(search, choice), search),
          save: (row, value) => save(row, readQpvChoice(value)),
        },
      },
      {
        field: 'phone',
        header: t('forms.phone'),
        text: ({ phone }) => (phone === null ? '' : formatPhone(phone)),
        width: 126,
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
        field: 'landlordName',
        header: t('people.field.landlord'),
        text: ({ landlordName }) => landlordName ?? '',
        render: ({ landlordName }) => landlordName ?? <span className="t3">{t('people.noLandlord')}</span>,
        width: 150,
        sortable: true,
        edit: {
          kind: 'choice',
          valueOf: ({ landlordId }) => landlordId,
          choices: (search) => findLandlords(search, t('people.noLandlord')),
          save: (row, landlordId) => save(row, { landlordId }),
        },
      },
      {
        field: 'residenceName',
        header: t('people.field.residence'),
        text: ({ residenceName }) => residenceName ?? '',
        width: 160,
        hiddenAtFirst: true,
      },
      {
        field: 'postcode',
        header: t('forms.postcode'),
        text: ({ postcode }) => postcode ?? '',
        width: 96,
        sortable: true,
        look: 'figures',
        hiddenAtFirst: true,
      },
      {
        field: 'city',
        header: t('forms.commune'),
        text: ({ city }) => city ?? '',
        width: 126,
        sortable: true,
        edit: {
          kind: 'text',
          valueOf: ({ city }) => city ?? '',
          validate: (text) => (text.length > 100 ? t('people.tooLong') : null),
          save: (row, text) => save(row, { city: text.trim() || null }),
        },
      },
      {
        field: 'status',
        header: t('people.field.status'),
        text: ({ status }) => word('personStatus', status),
        width: 156,
        edit: codes('personStatus', personStatuses, 'status'),
      },
      {
        field: 'project',
        header: t('people.field.project'),
        text: ({ project }) => project ?? '',
        width: 190,
        hiddenAtFirst: true,
        edit: {
          kind: 'text',
          valueOf: ({ project }) => project ?? '',
          validate: (text) => (text.length > 200 ? t('people.tooLong') : null),
          save: (row, text) => save(row, { project: text.trim() || null }),
        },
      },
      {
        field: 'projectStage',
        header: t('people.field.projectStage'),
        text: ({ projectStage }) => word('projectStage', projectStage),
        width: 150,
        hiddenAtFirst: true,
        edit: codes('projectStage', projectStages, 'projectStage'),
      },
      {
        field: 'education',
        header: t('people.field.education'),
        text: ({ education }) => word('educationLevel', education),
        width: 160,
        hiddenAtFirst: true,
        edit: codes('educationLevel', educationLevels, 'education'),
      },
      {
        field: 'birthYear',
        header: t('people.column.birthYear'),
        text: ({ birthYear }) => String(birthYear ?? ''),
        width: 84,
        sortable: true,
        look: 'figures',
        hiddenAtFirst: true,
      },
      {
        field: 'gender',
        header: t('people.field.gender'),
        text: ({ gender }) => word('gender', gender),
        width: 100,
        hiddenAtFirst: true,
      },
      {
        field: 'qpvCode',
        header: t('people.field.qpvCode'),
        text: ({ qpvCode }) => qpvCode ?? '',
        width: 110,
        sortable: true,
        look: 'figures',
        hiddenAtFirst: true,
      },
      {
        field: 'ruralityClass',
        header: t('people.column.ruralityClass'),
        text: ({ ruralityClass }) => word('ruralityClass', ruralityClass),
        width: 180,
        hiddenAtFirst: true,
      },
      {
        field: 'tags',
        header: t('people.column.tags'),
        text: ({ tags }) => tags.join(', '),
        width: 150,
        hiddenAtFirst: true,
      },
      {
        field: 'createdAt',
        header: t('people.column.createdAt'),
        text: ({ createdAt }) => format.day(createdAt),
        width: 104,
        sortable: true,
        look: 'muted',
        hiddenAtFirst: true,
      },
      {
        field: 'updatedAt',
        header: t('people.column.updatedAt'),
        text: ({ updatedAt }) => format.day(updatedAt),
        width: 104,
        sortable: true,
        look: 'muted',
        hiddenAtFirst: true,
      },
    ]
  }, [t, choice, format, save])
}

export function peopleFilterFields(columns: readonly GridColumn<PersonRow>[]): FilterField[] {
  return columns.flatMap(({ field, header }) => {
    const description = personListFields[field as keyof typeof personListFields]
    return description === undefined ? [] : [{ field, label: header, description }]
  })
}

function useSaveCell(): Save {
  const { t } = useTranslation()
  const told = useTold()
  const words = useErrorWords()
  const said = usePersonFieldWords()
  return useMemo(() => {
    const writer = {
      read: (id: string) => ask('people.get', { id }),
      write: (input: { id: string; version: number; fields: Partial<PersonFields> }) => ask('people.update', input),
      toRow,
      shown: said.value,
      words,
      onSaved: () => told.done(t('people.changed')),
    }
    return (row: PersonRow, fields: Partial<PersonFields>) => saveCell(writer, row, fields)
  }, [t, told, words, said])
}

function toRow(person: Person, before: PersonRow): PersonRow {
  const { version, postcode, city, qpvState, qpvCode, qpvName, ruralityClass, landlordId, landlordName } = person
  const { residenceId, residenceName, status, education, project, projectStage, updatedAt } = person
  const place = { postcode, city, qpvState, qpvCode, qpvName, ruralityClass }
  const housing = { landlordId, landlordName, residenceId, residenceName }
  return { ...before, version, ...place, ...housing, status, education, project, projectStage, updatedAt }
}

function choiceEdit(
  list: string,
  values: readonly string[],
  field: 'status' | 'education' | 'projectStage',
  choice: ChoiceLabel,
  none: string,
  save: Save,
): CellEdit<PersonRow> {
  const all: Choice[] = [
    ...values.map((value) => ({ value, label: choice(list, value) })),
    { value: null, label: none },
  ]
  return {
    kind: 'choice',
    valueOf: (row) => row[field],
    choices: (search) => matching(all, search),
    save: (row, value) => save(row, { [field]: value }),
  }
}

function matching(choices: readonly Choice[], search: string): readonly Choice[] {
  const sought = search.trim().toLocaleLowerCase()
  if (sought === '') return choices
  return choices.filter(({ label }) => label.toLocaleLowerCase().includes(sought))
}

async function findLandlords(search: string, none: string): Promise<readonly Choice[]> {
  const found = await ask('organisations.find', { text: search, kinds: ['landlord'], limit: 12 })
  const choices = found.map(({ id, name, city }) => ({ value: id, label: name, ...(city ? { detail: city } : {}) }))
  return search.trim() === '' ? [...choices, { value: null, label: none }] : choices
}

function LastReferral({ state }: { state: string | null }) {
  const choice = useChoiceLabel()
  if (state === null) return null
  const { climbed, ...look } = referralLook(state)
  const word = choice('referralState', state)
  return climbed === null ? (
    <StateDot {...look}>{word}</StateDot>
  ) : (
    <StepMark climbed={climbed} of={5}>
      {word}
    </StepMark>
  )
}

function QpvCell({ row }: { row: PersonRow }) {
  const choice = useChoiceLabel()
  if (row.qpvState === 'in') return <>{row.qpvName ?? row.qpvCode}</>
  if (row.qpvState === 'out') return <span className="t3">{choice('qpvState', 'out')}</span>
  return <StateDot tone="warn">{choice('qpvState', 'toCheck')}</StateDot>
}
