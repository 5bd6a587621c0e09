import { useRouter } from '@tanstack/react-router'
import { ProgrammesList } from '../features/programmes/ProgrammesList'

export function ProgrammesPage() {
  const { history } = useRouter()
  return <ProgrammesList onOpen={(id) => history.push(`/programmes/${id}`)} />
}
