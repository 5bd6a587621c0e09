import { useRouter } from '@tanstack/react-router'
import { NewPerson } from '../features/people/NewPerson'

export function NewPersonPage() {
  const { history } = useRouter()
  return <NewPerson onCancel={() => history.push('/people')} onSaved={({ id }) => history.push(`/people/${id}`)} />
}
