import { useParams, useRouter, useSearch } from '@tanstack/react-router'
import { importKinds } from '../../shared/features/imports'
import { ChooseFile } from '../features/imports/ChooseFile'
import { ImportWizard } from '../features/imports/ImportWizard'

/** A file brought in: chosen first, then followed from its columns to its result. */
export function ImportPage() {
  const { history } = useRouter()
  const { id } = useParams({ strict: false })
  const { kind: asked } = useSearch({ strict: false })
  const kind = importKinds.find((one) => one === asked) ?? null
  if (id === undefined) return <ChooseFile kind={kind} onRead={(draft) => history.replace(`/import/${draft.id}`)} />
  return (
    <ImportWizard
      key={id}
      id={id}
      onOther={(other) => history.replace(`/import/${other}`)}
      onLeave={() => history.push('/exchanges')}
      onList={(list) => history.push(`/${list}`)}
      onAnother={() => history.push('/import')}
    />
  )
}
