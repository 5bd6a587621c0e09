import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReferralRow, ReferralFields } from '../../../shared/features/referrals'
import { displayName } from '../../../shared/rules/fold'
import { projectStages, referralMotives } from '../../../shared/rules/values'
import { referralListFields } from '../../../shared/rules/lists'
import { asAppError } from '../../connection'
import { type OutputOf, ask } from '../../api'
import { useChoiceLabel } from '../../i18n/choices'
import { useErrorWords } from '../../i18n/error-words'
import { useFormat } from '../../i18n/format'
import type { FilterField } from '../../ui/grid/conditions'
import type { EditOutcome, GridColumn } from '../../ui/grid/columns'
import { PersonName } from '../../ui/PersonName'
import { joined } from './names'
import { ReferralDeadline, ReferralState } from './ReferralState'

type Members = OutputOf<'members.list'>
type Fields = Partial<ReferralFields>
const names = Object.keys(referralListFields) as (keyof typeof referralListFields)[]

/** The fields that conditions can bear on, with their words. */
export function useReferralFields(): readonly FilterField[] {
  const { t } = useTranslation()
  return useMemo(
    () =>
      names.map((field) => ({
        field,
        label: t(`referrals.listFields.${field}`),
        description: referralListFields[field],
      })),
    [t],
  )
}

/** The columns of the list. Project, stage, motive and who follows are changed in place. */
export function useReferralColumns(members: Members): readonly GridColumn<ReferralRow>[] {
  const { t } = useTranslation()
  const label = useChoiceLabel()
  const format = useFormat()
  const words = useErrorWords()
  return useMemo(() => {
    const day = (value: string | null) => (value ? format.day(value) : '')
    const header = (field: keyof typeof referralListFields) => ({ field, header: t(`referrals.listFields.${field}`) })
    const sortable = (field: keyof typeof referralListFields) => ({
      ...header(field),
      sortable: 'sortable' in referralListFields[field],
    })
    const deadlineText = ({ deadline }: ReferralRow) => (deadline ? day(deadline.dueOn) : '')

    async function save(row: ReferralRow, fields: Fields): Promise<EditOutcome<ReferralRow>> {
      try {
        const answer = await ask('referrals.update', { id: row.id, version: row.version, fields })
        const [conflict] = answer.outcome === 'conflict' ? answer.conflicts : []
        if (!conflict) return { outcome: 'saved', row: await reread(row) }
        const theirs = typeof conflict.theirs === 'string' ? conflict.theirs : JSON.stringify(conflict.theirs ?? '')
        const now = await reread(row)
        return { outcome: 'conflict', conflict, theirs, row: now, overwrite: () => save(now, fields) }
      } catch (problem) {
        return { outcome: 'refused', message: words(asAppError(problem)) }
      }
    }

    const columns: GridColumn<ReferralRow>[] = [
      {
        ...sortable('name'),
        text: (row) => displayName(row.lastName, row.firstName),
        render: (row) => <PersonName lastName={row.lastName} firstName={row.firstName} />,
        width: 190,
        look: 'record',
      },
      {
        ...sortable('state'),
        text: (row) => label('referralState', row.state),
        render: (row) => <ReferralState state={row.state} />,
        width: 128,
      },
      {
        ...sortable('dueOn'),
        text: deadlineText,
        render: (row) => <ReferralDeadline deadline={row.deadline} />,
        width: 172,
      },
      {
        ...sortable('project'),
        text: (row) => row.project ?? '',
        width: 200,
        grows: true,
        edit: {
          kind: 'text',
          valueOf: (row) => row.project ?? '',
          validate: (text) => (text.length > 200 ? t('referrals.tooLong') : null),
          save: (row, text) => save(row, { project: text.trim() || null }),
        },
      },
      {
        ...sortable('landlordName'),
        text: (row) => row.landlordName ?? '',
        width: 160,
      },
      { ...sortable('officerName'), text: (row) => row.officerName ?? '', width: 150, look: 'muted' },
      {
        ...sortable('assignedTo'),
        text: (row) => row.assignedTo ?? '',
        width: 140,
        edit: {
          kind: 'choice',
          valueOf: (row) => row.assignedToId,
          choices: () => [
            { value: null, label: t('referrals.nobody') },
            ...members.filter(({ active }) => active).map(({ id, name }) => ({ value: id, label: name })),
          ],
          save: (row, assignedToId) => save(row, { assignedToId }),
        },
      },
      { ...sortable('receivedOn'), text: (row) => day(row.receivedOn), width: 104, look: 'muted' },
      { ...sortable('number'), text: (row) => row.number, width: 132, look: 'muted' },
      { ...sortable('sentOn'), text: (row) => day(row.sentOn), width: 104, look: 'muted', hiddenAtFirst: true },
      { ...sortable('decidedOn'), text: (row) => day(row.decidedOn), width: 104, look: 'muted', hiddenAtFirst: true },
      { ...sortable('stateSince'), text: (row) => day(row.stateSince), width: 104, look: 'muted', hiddenAtFirst: true },
      {
        ...sortable('reasons'),
        text: (row) => joined(row.reasons.map((reason) => label('refusalReason', reason))),
        width: 180,
        hiddenAtFirst: true,
      },
      {
        ...sortable('motive'),
        text: (row) => label('referralMotive', row.motive),
        width: 160,
        hiddenAtFirst: true,
        edit: {
          kind: 'choice',
          valueOf: (row) => row.motive,
          choices: () => referralMotives.map((code) => ({ value: code, label: label('referralMotive', code) })),
          save: (row, chosen) => {
            const motive = referralMotives.find((code) => code === chosen)
            return motive ? save(row, { motive }) : Promise.resolve({ outcome: 'saved', row })
          },
        },
      },
      {
        ...sortable('projectStage'),
        text: (row) => (row.projectStage ? label('projectStage', row.projectStage) : ''),
        width: 140,
        hiddenAtFirst: true,
        edit: {
          kind: 'choice',
          valueOf: (row) => row.projectStage,
          choices: () => projectStages.map((code) => ({ value: code, label: label('projectStage', code) })),
          save: (row, chosen) => save(row, { projectStage: projectStages.find((code) => code === chosen) ?? null }),
        },
      },
      {
        ...sortable('needs'),
        text: (row) => joined(row.needs.map((need) => label('need', need))),
        width: 220,
        hiddenAtFirst: true,
      },
      { ...sortable('residenceName'), text: (row) => row.residenceName ?? '', width: 150, hiddenAtFirst: true },
      {
        ...sortable('entryQpvState'),
        text: (row) => label('qpvState', row.entryQpvState),
        width: 110,
        hiddenAtFirst: true,
      },
      { ...sortable('createdAt'), text: (row) => day(row.createdAt), width: 104, look: 'muted', hiddenAtFirst: true },
    ]
    return columns
  }, [t, label, format, words, members])
}

/** The row as it is now: its clock and its moves may have followed what was changed. */
async function reread(row: ReferralRow): Promise<ReferralRow> {
  const now = await ask('referrals.get', { id: row.id })
  const { version, project, projectStage, motive, assignedToId, assignedTo, deadline, state, nextStates } = now
  return { ...row, version, project, projectStage, motive, assignedToId, assignedTo, deadline, state, nextStates }
}
