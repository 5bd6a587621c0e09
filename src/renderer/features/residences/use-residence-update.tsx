import { useState } from 'react'
import type { Residence, ResidenceFields } from '../../../shared/features/organisations'
import { ask } from '../../api'
import { asAppError } from '../../connection'
import { useRecordUpdate } from '../../lists/use-record-update'
import { useResidenceFieldWords } from './use-field-words'

interface Taken {
  readonly code: string
  /** Of the residence that has it. */
  readonly name: string
}

/** Saves what changed of a residence; conflicts are settled in `dialog`, a code another residence has is `taken`. */
export function useResidenceUpdate() {
  const [taken, setTaken] = useState<Taken | null>(null)
  const [landlords, setLandlords] = useState<Readonly<Record<string, string>>>({})
  const said = useResidenceFieldWords(landlords)

  /** Whether a refusal is about the code, which is then said at its field. */
  function refusedCode(problem: unknown, code: string): boolean {
    const error = asAppError(problem)
    if (error.code !== 'alreadyExists' || error.data['field'] !== 'code') return false
    setTaken({ code, name: String(error.data['label'] ?? '') })
    return true
  }

  const { save, dialog } = useRecordUpdate<Residence, Partial<ResidenceFields>>({
    read: (id) => ask('residences.get', { id }),
    async write(input) {
      try {
        const answer = await ask('residences.update', input)
        const both = answer.outcome === 'conflict' ? answer.conflicts.find(({ field }) => field === 'landlordId') : null
        if (both) setLandlords(await namesOf([both.yours, both.theirs]))
        return answer
      } catch (problem) {
        refusedCode(problem, input.fields.code ?? '')
        throw problem
      }
    },
    fieldLabel: said.label,
    valueLabel: said.value,
  })
  return { save, taken, refusedCode, dialog }
}

async function namesOf(ids: readonly unknown[]): Promise<Readonly<Record<string, string>>> {
  const known = ids.filter((id) => typeof id === 'string')
  const landlords = await Promise.all(known.map((id) => ask('organisations.get', { id })))
  return Object.fromEntries(landlords.map(({ id, name }) => [id, name]))
}
