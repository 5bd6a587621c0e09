import { useTranslation } from 'react-i18next'
import { Keys } from '../../ui/Keys'

/** Keys pressed together, one beside the other: `mod+shift+O` is « Ctrl Maj O ». */
export function Shortcut({ keys }: { keys: string }) {
  const { t } = useTranslation()
  return (
    <span className="shortcut">
      {keys.split('+').map((key) => (
        <Keys key={key} keys={key === 'shift' ? t('search.shift') : key} />
      ))}
    </span>
  )
}
