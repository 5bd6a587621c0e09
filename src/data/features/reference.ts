import type * as z from 'zod'
import type { Commune as CommuneAnswer, reference as contract } from '../../shared/features/reference.ts'
import type { Handlers } from '../context.ts'
import { type Commune, loadCommunes, searchCommunes } from '../reference/communes.ts'
import { qpvEdition, qpvsOf } from '../reference/qpv.ts'
import { resolveCommune } from '../reference/resolve-commune.ts'
import { ruralityOf } from '../reference/rurality.ts'

export const reference: Handlers<typeof contract> = {
  async communes({ resources }, { text, limit }) {
    const found = searchCommunes(loadCommunes(resources), text, limit)
    return found.map(({ commune, formerName }) => toAnswer(resources, commune, formerName))
  },
  async resolveCommune({ resources }, { postcode, city }) {
    const named = resolveCommune(loadCommunes(resources), postcode, city)
    switch (named.kind) {
      case 'one':
        return { kind: 'one', commune: toAnswer(resources, named.commune, null) }
      case 'several':
      case 'cedex':
        return { kind: named.kind, communes: named.communes.map((commune) => toAnswer(resources, commune, null)) }
      case 'unknown':
        return { kind: 'unknown' }
    }
  },
  async qpvs({ resources }, { communeCode }) {
    const qpvs = qpvsOf(resources, communeCode).map(({ code, name }) => ({ code, name }))
    return { edition: qpvEdition, complete: false, qpvs }
  },
}

function toAnswer(resources: string, commune: Commune, formerName: string | null): z.infer<typeof CommuneAnswer> {
  return {
    code: commune.code,
    name: commune.name,
    department: commune.departmentName,
    postcodes: [...commune.postcodes],
    ruralityClass: ruralityOf(resources, commune.code),
    population: loadCommunes(resources).byCode.get(commune.code)?.population ?? null,
    formerName,
  }
}
