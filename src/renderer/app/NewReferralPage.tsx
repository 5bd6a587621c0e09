import { useRouter } from '@tanstack/react-router'
import { NewReferral } from '../features/referrals/NewReferral'
import { useGate } from './gate'

export function NewReferralPage() {
  const { space } = useGate()
  const { history } = useRouter()
  return (
    <NewReferral
      kind={space.kind}
      onCancel={() => history.push('/referrals')}
      onSaved={({ id }) => history.push(`/referrals/${id}`)}
    />
  )
}
