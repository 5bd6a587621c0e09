import { useTranslation } from 'react-i18next'
import { useQuery } from '../../api'
import { Initials } from '../../ui/Initials'
import './supports.css'

/** Who follows someone now, beside who they are. Nobody, nothing shown. */
export function PersonCoach({ personId }: { personId: string }) {
  const { t } = useTranslation()
  const open = (useQuery('supports.ofPerson', { personId }).data ?? []).filter(({ endedOn }) => endedOn === null)
  if (open.length === 0) return null
  return (
    <section>
      <h2 className="h3">{t('supports.followedBy')}</h2>
      <ul className="followed-by">
        {open.map(({ id, coachName, programmeName }) => (
          <li key={id}>
            <Initials name={coachName} size="sm" />
            <span className="grow">
              {coachName}
              <small>{programmeName ?? t('supports.asCoach')}</small>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
