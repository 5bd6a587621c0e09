import { IconBan, IconCheck, IconShieldCheck } from '@tabler/icons-react'
import { ToConfirm } from './ToConfirm'
import './agreement.css'

interface AgreementProps {
  /** « Accord du 22/10/2026 » */
  readonly title: string
  /** How it was given: « Formulaire signé ». */
  readonly how: string
  readonly agreed: readonly string[]
  readonly never: readonly string[]
  /** When it is to be asked for again. */
  readonly confirmOn: string | null
}

/** What someone agreed to, in plain sight, and what is never shared. */
export function Agreement({ title, how, agreed, never, confirmOn }: AgreementProps) {
  return (
    <section className="agreement" aria-label={title}>
      <div className="row">
        <IconShieldCheck size={17} />
        <b className="semi">{title}</b>
        <span className="t3 sm end">{how}</span>
      </div>
      <ul>
        {agreed.map((words) => (
          <li key={words}>
            <IconCheck size={14} />
            {words}
          </li>
        ))}
        {never.map((words) => (
          <li key={words} data-never>
            <IconBan size={14} />
            {words}
          </li>
        ))}
      </ul>
      {confirmOn === null ? null : (
        <p className="t3 sm agreement-until">
          <ToConfirm on={confirmOn} />
        </p>
      )}
    </section>
  )
}
