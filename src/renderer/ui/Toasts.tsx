import { ActionIcon, Button } from '@mantine/core'
import { IconAlertCircle, IconAlertTriangle, IconCircleCheck, IconInfoCircle, IconX } from '@tabler/icons-react'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { currentToasts, dismissToast, onToastsChange, type Toast } from './toasts'
import './toasts.css'

const icons = { done: IconCircleCheck, info: IconInfoCircle, warn: IconAlertTriangle, danger: IconAlertCircle }

/** Where toasts appear: once, at the foot of the window. */
export function Toasts() {
  const { t } = useTranslation()
  const toasts = useSyncExternalStore(onToastsChange, currentToasts)
  return (
    <section className="toasts" aria-label={t('ui.messages')} aria-live="polite">
      {toasts.map((toast) => (
        <ToastLine key={toast.id} toast={toast} />
      ))}
    </section>
  )
}

function ToastLine({ toast }: { toast: Toast }) {
  const { t } = useTranslation()
  const [held, setHeld] = useState(false)
  const { id, act, tone } = toast
  useEffect(() => {
    if (held) return undefined
    const timer = setTimeout(() => dismissToast(id), act || tone === 'danger' ? 10_000 : 5000)
    return () => clearTimeout(timer)
  }, [id, act, tone, held])
  const Icon = icons[tone]

  return (
    // holding a message under the pointer or the focus keeps it: nobody should race a clock
    <div
      className={`toast tone-${tone}`}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <Icon size={17} />
      <span className="grow">{toast.text}</span>
      {act ? (
        <Button
          size="xs"
          variant="transparent"
          onClick={() => {
            dismissToast(id)
            act.run()
          }}
        >
          {act.label}
        </Button>
      ) : null}
      <ActionIcon aria-label={t('common.close')} onClick={() => dismissToast(id)}>
        <IconX size={15} />
      </ActionIcon>
    </div>
  )
}
