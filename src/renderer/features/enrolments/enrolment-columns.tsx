import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { EnrolmentRow } from '../../../shared/features/enrolments'
import { formatPhone } from '../../../shared/rules/phone'
import { useChoiceLabel } from '../../i18n/choices'
import { useFormat } from '../../i18n/format'
import type { GridColumn } from '../../ui/grid/columns'
import type { FilterField } from '../../ui/grid/conditions'
import { PersonName } from '../../ui/PersonName'
import { enrolmentListFields } from './enrolment-list'
import { Mean } from './Mean'
import { joined, listedName } from './names'
import { useReasonWords } from './reason-words'
import { StageDot } from './StageDot'

const fieldNames = Object.keys(enrolmentListFields) as (keyof typeof enrolmentListFields)[]

/** The fields that conditions can bear on, with their words. */
export function useEnrolmentFields(): readonly FilterField[] {
  const { t } = useTranslation()
  return useMemo(
    () =>
      fieldNames.map((field) => ({
        field,
        label: t(`enrolments.column.${field}`),
        description: enrolmentListFields[field],
      })),
    [t],
  )
}

/** The columns of a cohort as a list. */
export function useEnrolmentColumns(): readonly GridColumn<EnrolmentRow>[] {
  const { t } = useTranslation()
  const label = useChoiceLabel()
  const format = useFormat()
  const reason = useReasonWords()
  return useMemo(() => {
    const day = (value: string | null) => (value === null ? '' : format.day(value))
    const number = (value: number | null) => (value === null ? '' : format.number(value))
    const columns: GridColumn<EnrolmentRow>[] = [
      {
        field: 'name',
        header: t('enrolments.column.name'),
        text: listedName,
        render: (row) => <PersonName lastName={row.lastName} firstName={row.firstName} />,
        width: 190,
        grows: true,
        sortable: true,
        look: 'record',
      },
      {
        field: 'stage',
        header: t('enrolments.column.stage'),
        text: (row) => label('enrolmentStage', row.stage),
        render: (row) => <StageDot stage={row.stage} />,
        width: 150,
        sortable: true,
      },
      column('stageSince', (row) => day(row.stageSince), { width: 104, look: 'muted' }),
      column('rank', (row) => number(row.rank), { width: 72, align: 'end' }),
      {
        ...column('mean', (row) => number(row.review?.mean ?? null), { width: 84, align: 'end' }),
        render: (row) => <Mean review={row.review} />,
      },
      column('communeName', (row) => row.communeName ?? '', { width: 140 }),
      {
        field: 'qpvState',
        header: t('enrolments.column.qpvState'),
        text: (row) => (row.qpvState === 'in' ? (row.qpvCode ?? '') : label('qpvState', row.qpvState)),
        width: 104,
        look: 'muted',
      },
      column('age', (row) => number(row.age), { width: 70, align: 'end' }),
      {
        field: 'phone',
        header: t('enrolments.column.phone'),
        text: (row) => (row.phone === null ? '' : formatPhone(row.phone)),
        width: 128,
        look: 'figures',
      },
      column('messageSentOn', (row) => day(row.messageSentOn), { width: 116, look: 'muted' }),
      {
        field: 'referralNumber',
        header: t('enrolments.column.referralNumber'),
        text: (row) => row.referralNumber ?? '',
        width: 132,
        look: 'muted',
        hiddenAtFirst: true,
      },
      {
        field: 'reasons',
        header: t('enrolments.column.reasons'),
        text: (row) => joined(row.reasons.map((code) => reason(row.stage, code))),
        width: 180,
        hiddenAtFirst: true,
      },
      {
        field: 'outcomeClass',
        header: t('enrolments.column.outcomeClass'),
        text: (row) => (row.outcomeClass === null ? '' : label('outcomeClass', row.outcomeClass)),
        width: 150,
        hiddenAtFirst: true,
      },
      {
        field: 'gender',
        header: t('enrolments.column.gender'),
        text: (row) => (row.gender === null ? '' : label('gender', row.gender)),
        width: 100,
        hiddenAtFirst: true,
      },
      { ...column('enrolledOn', (row) => day(row.enrolledOn), { width: 104, look: 'muted' }), hiddenAtFirst: true },
    ]
    return columns

    function column(
      field: 'stageSince' | 'rank' | 'mean' | 'communeName' | 'age' | 'messageSentOn' | 'enrolledOn',
      text: (row: EnrolmentRow) => string,
      look: Pick<GridColumn<EnrolmentRow>, 'width' | 'look' | 'align'>,
    ): GridColumn<EnrolmentRow> {
      return { field, header: t(`enrolments.column.${field}`), text, sortable: true, ...look }
    }
  }, [t, label, format, reason])
}
