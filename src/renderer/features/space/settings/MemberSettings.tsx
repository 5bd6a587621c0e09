import { Button } from '@mantine/core'
import { IconUserPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Member } from '../../../../shared/features/space'
import { useCommand, useQuery } from '../../../api'
import { useErrorWords } from '../../../i18n/error-words'
import { ErrorState } from '../../../ui/ErrorState'
import { StateDot } from '../../../ui/StateDot'
import { showToast } from '../../../ui/toasts'
import { MemberDialog } from './MemberDialog'
import { Section } from './Section'

/** Who uses this space on this computer: the names that history signs with. */
export function MemberSettings() {
  const { t } = useTranslation()
  const words = useErrorWords()
  const members = useQuery('members.list', {})
  const current = useQuery('members.current', {}).data ?? null
  const [edited, setEdited] = useState<Member | 'new' | null>(null)
  const fail = (error: Parameters<typeof words>[0]) => showToast({ tone: 'danger', text: words(error) })
  const update = useCommand('members.update', { onError: fail })
  const switchTo = useCommand('members.switchTo', {
    onSuccess: ({ name }) => showToast({ tone: 'done', text: t('space.switched', { name }) }),
    onError: fail,
  })
  const setActive = ({ id, name, role, email }: Member, active: boolean) =>
    update.mutate({ id, name, role, email, active })

  return (
    <Section title={t('settings.members')} body={t('settings.membersBody')}>
      {members.error ? (
        <ErrorState
          title={t('settings.membersFailed')}
          body={words(members.error)}
          onRetry={() => void members.refetch()}
        />
      ) : (
        <table className="plain-table wide" aria-busy={members.data === undefined}>
          <thead>
            <tr>
              <th scope="col">{t('settings.memberName')}</th>
              <th scope="col">{t('settings.memberRole')}</th>
              <th scope="col">{t('settings.memberState')}</th>
              <th scope="col">
                <span className="vh">{t('common.more')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {(members.data ?? []).map((member) => (
              <tr key={member.id} data-muted={!member.active || undefined}>
                <td>
                  <b className="med">{member.name}</b>
                  {member.email ? <div className="t3 sm">{member.email}</div> : null}
                </td>
                <td>{member.role}</td>
                <td>
                  <MemberState member={member} atKeyboard={member.id === current?.id} />
                </td>
                <td className="acts">
                  {member.active && member.id !== current?.id ? (
                    <Button
                      size="xs"
                      variant="subtle"
                      aria-label={t('settings.takeKeyboardNamed', { name: member.name })}
                      onClick={() => switchTo.mutate({ id: member.id })}
                    >
                      {t('settings.takeKeyboard')}
                    </Button>
                  ) : null}
                  <Button
                    size="xs"
                    variant="subtle"
                    aria-label={t('settings.editNamed', { name: member.name })}
                    onClick={() => setEdited(member)}
                  >
                    {t('settings.edit')}
                  </Button>
                  {member.id === current?.id ? null : (
                    <Button
                      size="xs"
                      variant="subtle"
                      aria-label={t(member.active ? 'settings.deactivateNamed' : 'settings.reactivateNamed', {
                        name: member.name,
                      })}
                      onClick={() => setActive(member, !member.active)}
                    >
                      {member.active ? t('settings.deactivate') : t('settings.reactivate')}
                    </Button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <Button leftSection={<IconUserPlus size={15} />} onClick={() => setEdited('new')}>
        {t('settings.addMember')}
      </Button>
      <MemberDialog member={edited} onClose={() => setEdited(null)} />
    </Section>
  )
}

function MemberState({ member, atKeyboard }: { member: Member; atKeyboard: boolean }) {
  const { t } = useTranslation()
  if (!member.active)
    return (
      <StateDot tone="neutral" hollow>
        {t('settings.inactive')}
      </StateDot>
    )
  return atKeyboard ? (
    <StateDot tone="progress">{t('space.atKeyboard')}</StateDot>
  ) : (
    <StateDot tone="neutral">{t('settings.active')}</StateDot>
  )
}
