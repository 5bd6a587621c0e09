import { useRouter, useSearch } from '@tanstack/react-router'
import { NewReferral } from '../features/referrals/NewReferral'
import { useGate } from './gate'

export function NewReferralPage() {
  const { space } = useGate()
  const { history } = useRouter()
  const { person, name, previousId } = useSearch({ strict: false })
  return (
    <NewReferral
      key={`${person ?? ''} ${previousId ?? ''} ${name ?? ''}`}
      kind={space.kind}
      personId={person}
      previousId={previousId}
      name={name}
      onCancel={() => history.push('/referrals')}
      onSaved={({ id }) => history.push(`/referrals/${id}`)}
    />
  )
}
