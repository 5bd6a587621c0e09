import { useTranslation } from 'react-i18next'
import { Keys } from '../../ui/Keys'

/** The keys of the day, at the foot of its panel. */
export function Legend() {
  const { t } = useTranslation()
  return (
    <footer className="day-keys" aria-label={t('day.keysTitle')}>
      <span>
        <Keys keys="↑" /> <Keys keys="↓" />
      </span>
      <span>
        <Keys keys="A" /> {t('day.keys.call')}
      </span>
      <span>
        <Keys keys="R" /> {t('day.keys.snooze')}
      </span>
      <span>
        <Keys keys="F" /> {t('day.keys.finish')}
      </span>
      <span>
        <Keys keys="↵" /> {t('day.keys.open')}
      </span>
    </footer>
  )
}
