import { useRouter, useSearch } from '@tanstack/react-router'
import { NewPerson } from '../features/people/NewPerson'

export function NewPersonPage() {
  const { history } = useRouter()
  const { name } = useSearch({ strict: false })
  const open = (id: string) => history.push(`/people/${id}`)
  return (
    <NewPerson
      key={name ?? ''}
      {...(name === undefined ? {} : { name })}
      onCancel={() => history.push('/people')}
      onKnown={open}
      onSaved={({ id }) => open(id)}
    />
  )
}
