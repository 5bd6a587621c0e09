import { useTranslation } from 'react-i18next'
import { asAppError } from '../../connection'
import { useTold } from '../../told'
import { showToast } from '../../ui/toasts'

/** Says why a workshop stays as it is: presences are noted there, or something else went wrong. */
export function useWorkshopRefusal(): (problem: unknown) => void {
  const { t } = useTranslation()
  const told = useTold()
  return (problem) => {
    const { code, data } = asAppError(problem)
    if (code !== 'inUse') return told.failed(problem)
    const count = Number(data['attendances'] ?? 0)
    showToast({ tone: 'warn', text: t('workshops.inUse', { name: String(data['label'] ?? ''), count }) })
  }
}
