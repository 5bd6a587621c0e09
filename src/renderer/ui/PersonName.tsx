import { capitalised } from '../../shared/rules/fold'

interface PersonNameProps {
  readonly lastName: string
  readonly firstName: string
}

/** `NOM Prénom`, as French lists write a person. */
export function PersonName({ lastName, firstName }: PersonNameProps) {
  const last = capitalised(lastName)
  return (
    <span className="person-name">
      {last ? <span className="nom">{last}</span> : null}
      {last && firstName ? ' ' : null}
      {firstName}
    </span>
  )
}
