import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../i18n/format'
import { Mark } from '../../../ui/Mark'
import './sheet.css'

interface KitSheetProps {
  readonly spaceName: string
  readonly recoveryKey: readonly string[]
  /** Groups kept off the screen, because they are to be copied from the paper. */
  readonly hidden: readonly number[]
}

/** The sheet as it will come out of the printer; paper is white in both themes. */
export function KitSheet({ spaceName, recoveryKey, hidden }: KitSheetProps) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <div className="sheet">
      <div className="sheet-head">
        <div className="sheet-brand">
          <Mark />
          <span>Palier</span>
        </div>
        <span className="tab">{format.day(today())}</span>
      </div>
      <h2>{t('space.kit')}</h2>
      <p className="sheet-space">{t('space.kitSpace', { name: spaceName })}</p>
      <div className="sheet-label">{t('space.recoveryKey')}</div>
      <ol className="sheet-key">
        {recoveryKey.map((group, index) => (
          <li key={index} data-hidden={hidden.includes(index) || undefined}>
            <small>{index + 1}</small>
            <span className="mono">
              {hidden.includes(index) ? (
                <span aria-label={t('space.hiddenGroup')} role="img">
                  ••••
                </span>
              ) : (
                group
              )}
            </span>
          </li>
        ))}
      </ol>
      <ol className="sheet-how">
        <li>{t('space.kitHow1')}</li>
        <li>{t('space.kitHow2')}</li>
        <li>{t('space.kitHow3')}</li>
      </ol>
      <dl className="sheet-lines">
        {[t('space.keptAt'), t('space.givenTo'), t('space.signature')].map((line) => (
          <div key={line}>
            <dt>{line}</dt>
            <dd />
          </div>
        ))}
      </dl>
    </div>
  )
}

/** The day it is here, as an ISO day. */
export function today(): string {
  const now = new Date()
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10)
}
