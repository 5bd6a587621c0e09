import { ActionIcon, Button, TextInput } from '@mantine/core'
import { IconMail, IconPhone, IconX } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ContactPointKind } from '../../shared/rules/values'
import { PhoneField } from '../ui/PhoneField'
import { FieldLabel } from '../ui/FieldLabel'
import { type TypedPoint, emptyPoint } from './contact-points'
import './forms.css'

interface ContactPointFieldsProps {
  readonly points: readonly TypedPoint[]
  readonly onChange: (points: TypedPoint[]) => void
  /** Once it was asked to be saved: what cannot be read is said. */
  readonly unread: (point: TypedPoint) => boolean
}

/** As many phones and e-mail addresses as there are, each on its line, with what it is for. */
export function ContactPointFields({ points, onChange, unread }: ContactPointFieldsProps) {
  const { t } = useTranslation()
  const [added, setAdded] = useState<string | null>(null)
  function add(kind: ContactPointKind): void {
    const point = emptyPoint(kind, points)
    setAdded(point.key)
    onChange([...points, point])
  }
  return (
    <>
      {points.map((point) => (
        <PointLine
          key={point.key}
          point={point}
          unread={unread(point)}
          added={point.key === added}
          onChange={(changed) => onChange(points.map((one) => (one.key === changed.key ? changed : one)))}
          onRemove={() => onChange(points.filter(({ key }) => key !== point.key))}
        />
      ))}
      <div className="row span-4">
        <Button size="xs" variant="subtle" leftSection={<IconPhone size={15} />} onClick={() => add('phone')}>
          {t('forms.addPhone')}
        </Button>
        <Button size="xs" variant="subtle" leftSection={<IconMail size={15} />} onClick={() => add('email')}>
          {t('forms.addEmail')}
        </Button>
      </div>
    </>
  )
}

interface PointLineProps {
  readonly point: TypedPoint
  readonly unread: boolean
  /** Just now: one goes on typing there. */
  readonly added: boolean
  readonly onChange: (point: TypedPoint) => void
  readonly onRemove: () => void
}

function PointLine({ point, unread, added, onChange, onRemove }: PointLineProps) {
  const { t } = useTranslation()
  const line = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (added) line.current?.querySelector('input')?.focus()
  }, [added])
  const isPhone = point.kind === 'phone'
  const name = t(isPhone ? 'forms.phone' : 'forms.email')
  const error = unread ? t(isPhone ? 'ui.parse.phone' : 'forms.emailUnread') : null
  return (
    <div className="span-4 point-line" ref={line}>
      {isPhone ? (
        <PhoneField
          className="grow"
          label={name}
          value={point.value}
          error={error}
          onChange={(value) => onChange({ ...point, value })}
        />
      ) : (
        <TextInput
          className="grow"
          type="email"
          label={name}
          autoComplete="off"
          maxLength={120}
          value={point.value}
          error={error}
          onChange={(event) => onChange({ ...point, value: event.currentTarget.value })}
        />
      )}
      <TextInput
        className="point-label"
        label={<FieldLabel optional>{t('forms.pointLabel')}</FieldLabel>}
        autoComplete="off"
        maxLength={40}
        value={point.label ?? ''}
        onChange={(event) => onChange({ ...point, label: event.currentTarget.value || null })}
      />
      <ActionIcon aria-label={t('forms.removePoint', { value: point.value || name })} onClick={onRemove}>
        <IconX size={15} />
      </ActionIcon>
    </div>
  )
}
