import { ActionIcon, Menu } from '@mantine/core'
import { IconArrowBackUp, IconBan, IconDots, IconPencil, IconTrash, IconVideo } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Workshop } from '../../../shared/features/workshops'
import { weekdayOf } from '../../../shared/rules/days'
import { useChoiceLabel } from '../../i18n/choices'
import { useFormat } from '../../i18n/format'
import { useWeekdays } from '../../i18n/weekdays'
import { StateDot } from '../../ui/StateDot'

export type WorkshopAct = 'edit' | 'cancel' | 'reinstate' | 'trash'

interface WorkshopTableProps {
  readonly label: string
  readonly workshops: readonly Workshop[]
  readonly onOpen: (workshop: Workshop) => void
  /** Null when nothing can be changed: the cohort is in the trash. */
  readonly onAct: ((workshop: Workshop, act: WorkshopAct) => void) | null
}

/** Workshops in the order given: when, what, where and by whom, what they count for. */
export function WorkshopTable({ label, workshops, onOpen, onAct }: WorkshopTableProps) {
  const { t } = useTranslation()
  return (
    <table className="workshop-table" aria-label={label}>
      <thead>
        <tr>
          <th scope="col">{t('workshops.day')}</th>
          <th scope="col">{t('workshops.times')}</th>
          <th scope="col">{t('workshops.workshop')}</th>
          <th scope="col">{t('workshops.whereAndWho')}</th>
          <th scope="col">{t('workshops.fundings')}</th>
          <th scope="col">
            <span className="vh">{t('common.more')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {workshops.map((workshop) => (
          <Row key={workshop.id} workshop={workshop} onOpen={onOpen} onAct={onAct} />
        ))}
      </tbody>
    </table>
  )
}

function Row({ workshop, onOpen, onAct }: Omit<WorkshopTableProps, 'label' | 'workshops'> & { workshop: Workshop }) {
  const { t } = useTranslation()
  const choice = useChoiceLabel()
  const format = useFormat()
  const weekdays = useWeekdays()
  const { heldOn, startTime, endTime, title, kind, theme, compulsory, cancelledReason, attendances } = workshop
  const cancelled = workshop.cancelledOn !== null
  const facts = [
    kind === 'workshop' ? theme : [choice('workshopKind', kind), theme].filter(Boolean).join(', '),
    compulsory ? t('workshops.compulsoryMark') : null,
    attendances > 0 ? t('workshops.noted', { count: attendances }) : null,
  ].filter(Boolean)
  return (
    <tr data-cancelled={cancelled || undefined}>
      <td className="tab nowrap">
        <span className="workshop-weekday">{weekdays.short(weekdayOf(heldOn))}</span> {format.day(heldOn)}
      </td>
      <td className="tab nowrap">{t('forms.hours', { from: startTime, to: endTime })}</td>
      <td>
        <button type="button" className="workshop-title" onClick={() => onOpen(workshop)}>
          {title}
        </button>
        {cancelled ? (
          <small>
            <StateDot tone="neutral" hollow>
              {t('workshops.cancelledBecause', { reason: cancelledReason ?? '' })}
            </StateDot>
          </small>
        ) : (
          <small>{facts.join(', ')}</small>
        )}
      </td>
      <td>
        <Place workshop={workshop} />
      </td>
      <td>
        <Fundings workshop={workshop} />
      </td>
      <td className="acts">{onAct === null ? null : <Acts workshop={workshop} onAct={onAct} />}</td>
    </tr>
  )
}

function Place({ workshop: { place, link, trainerName, trainerOrganisationName } }: { workshop: Workshop }) {
  const { t } = useTranslation()
  const who = [trainerName, trainerOrganisationName].filter(Boolean).join(', ')
  return (
    <>
      {place ? <span>{place}</span> : null}
      {place === null && link ? (
        <span className="row workshop-remote">
          <IconVideo size={15} />
          {t('workshops.remote')}
        </span>
      ) : null}
      {who ? <small>{who}</small> : null}
    </>
  )
}

function Fundings({ workshop: { fundings } }: { workshop: Workshop }) {
  const { t } = useTranslation()
  if (fundings.length === 0) return <span className="t3">{t('workshops.notFunded')}</span>
  return (
    <ul className="workshop-shares">
      {fundings.map(({ fundedActionId, share, title, funderName }) => (
        <li key={fundedActionId} title={`${title}, ${funderName}`}>
          <span className="tab">{t('ui.percent', { share })}</span> <span className="cut">{title}</span>
        </li>
      ))}
    </ul>
  )
}

interface ActsProps {
  readonly workshop: Workshop
  readonly onAct: (workshop: Workshop, act: WorkshopAct) => void
}

function Acts({ workshop, onAct }: ActsProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const { title, heldOn, cancelledOn } = workshop
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon size="sm" aria-label={t('workshops.actsOn', { title, day: format.day(heldOn) })}>
          <IconDots size={15} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconPencil size={16} />} onClick={() => onAct(workshop, 'edit')}>
          {t('lists.edit')}
        </Menu.Item>
        {cancelledOn === null ? (
          <Menu.Item leftSection={<IconBan size={16} />} onClick={() => onAct(workshop, 'cancel')}>
            {t('workshops.cancel')}
          </Menu.Item>
        ) : (
          <Menu.Item leftSection={<IconArrowBackUp size={16} />} onClick={() => onAct(workshop, 'reinstate')}>
            {t('workshops.reinstate')}
          </Menu.Item>
        )}
        <Menu.Item data-danger leftSection={<IconTrash size={16} />} onClick={() => onAct(workshop, 'trash')}>
          {t('lists.trash')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
