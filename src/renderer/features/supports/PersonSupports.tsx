import { ActionIcon, Button, Menu } from '@mantine/core'
import { IconDots, IconFlagCheck, IconPencil, IconTrash, IconUserPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Support } from '../../../shared/features/supports'
import { ask, useQuery } from '../../api'
import { useChoiceLabel } from '../../i18n/choices'
import { durationWords } from '../../i18n/duration'
import { useErrorWords } from '../../i18n/error-words'
import { useFormat } from '../../i18n/format'
import { useTold } from '../../told'
import { ErrorState } from '../../ui/ErrorState'
import { Initials } from '../../ui/Initials'
import { PrintMenu } from '../../paper/PrintMenu'
import { StateDot, Tag } from '../../ui/StateDot'
import { OpenSupport } from './OpenSupport'
import { SupportDrawer } from './SupportDrawer'
import { useSummaryPage } from './summary-page'
import './supports.css'

type Asked = 'new' | { readonly support: Support; readonly mode: 'edit' | 'end' } | null

/** Who follows someone and who did: each spell with what it holds, its end, and its summary. */
export function PersonSupports({ personId }: { personId: string }) {
  const { t } = useTranslation()
  const words = useErrorWords()
  const { data, error, refetch } = useQuery('supports.ofPerson', { personId })
  const [asked, setAsked] = useState<Asked>(null)
  if (error && data === undefined)
    return <ErrorState title={t('supports.failed')} body={words(error)} onRetry={() => void refetch()} />
  return (
    <section className="coaching-part" aria-label={t('supports.title')}>
      <h2 className="h2">
        {t('supports.title')}
        <Button
          className="end"
          size="xs"
          variant="subtle"
          leftSection={<IconUserPlus size={15} />}
          onClick={() => setAsked('new')}
        >
          {t('supports.begin')}
        </Button>
      </h2>
      {data?.length === 0 ? <p className="t3">{t('supports.none')}</p> : null}
      <ul className="support-list" aria-busy={data === undefined}>
        {data?.map((support) => (
          <Spell key={support.id} support={support} onAsk={(mode) => setAsked({ support, mode })} />
        ))}
      </ul>
      {asked === 'new' ? <OpenSupport personId={personId} onClose={() => setAsked(null)} /> : null}
      {asked !== null && asked !== 'new' ? (
        <SupportDrawer
          key={`${asked.support.id}/${asked.mode}`}
          support={asked.support}
          mode={asked.mode}
          onClose={() => setAsked(null)}
        />
      ) : null}
    </section>
  )
}

function Spell({ support, onAsk }: { support: Support; onAsk: (mode: 'edit' | 'end') => void }) {
  const { t } = useTranslation()
  const label = useChoiceLabel()
  const format = useFormat()
  const summary = useSummaryPage()
  const { endedOn, endReason, startedOn, coachName, programmeName, sessions, minutes, handoverNote, endNote } = support
  return (
    <li data-over={endedOn !== null || undefined}>
      <Initials name={coachName} tone={endedOn === null ? 'accent' : 'neutral'} />
      <div className="grow">
        <div className="row wrap">
          <b className="med">{coachName}</b>
          {programmeName === null ? null : <Tag>{programmeName}</Tag>}
          {endReason === null ? null : (
            <StateDot tone={endReason === 'goalReached' || endReason === 'completed' ? 'done' : 'neutral'} hollow>
              {label('supportEndReason', endReason)}
            </StateDot>
          )}
        </div>
        <p className="t2">
          {endedOn === null
            ? t('supports.since', { day: format.day(startedOn) })
            : t('supports.from', { from: format.day(startedOn), to: format.day(endedOn) })}
          {', '}
          {t('supports.sessions', { count: sessions, time: durationWords(minutes) })}
        </p>
        {handoverNote === null ? null : <p className="t2">{t('supports.handedWith', { note: handoverNote })}</p>}
        {endNote === null ? null : <p className="t2">{endNote}</p>}
      </div>
      <span className="row support-acts">
        <PrintMenu label={t('supports.summary')} size="xs" subtle page={() => summary(support.id)} />
        <Acts support={support} onAsk={onAsk} />
      </span>
    </li>
  )
}

function Acts({ support, onAsk }: { support: Support; onAsk: (mode: 'edit' | 'end') => void }) {
  const { t } = useTranslation()
  const told = useTold()
  async function trash(): Promise<void> {
    try {
      await ask('supports.trash', { id: support.id })
      told.done(t('supports.trashed'))
    } catch (problem) {
      told.failed(problem)
    }
  }
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon size="sm" aria-label={t('supports.actsOf', { name: support.coachName })}>
          <IconDots size={15} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconPencil size={16} />} onClick={() => onAsk('edit')}>
          {t('lists.edit')}
        </Menu.Item>
        {support.endedOn === null ? (
          <Menu.Item leftSection={<IconFlagCheck size={16} />} onClick={() => onAsk('end')}>
            {t('supports.end')}
          </Menu.Item>
        ) : null}
        {support.sessions === 0 ? (
          <Menu.Item data-danger leftSection={<IconTrash size={16} />} onClick={() => void trash()}>
            {t('supports.trash')}
          </Menu.Item>
        ) : null}
      </Menu.Dropdown>
    </Menu>
  )
}
