import { Autocomplete, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useTranslation } from 'react-i18next'
import type { Commune } from '../../shared/features/reference'
import { type OutputOf, useQuery } from '../api'
import { FieldLabel } from '../ui/FieldLabel'
import type { PlaceValues } from './place'
import '../ui/choice-chips.css'
import './forms.css'

interface PlaceFieldsProps {
  readonly value: PlaceValues
  readonly onChange: (value: PlaceValues) => void
  /** What is wrong with the postcode. */
  readonly error?: string | null
}

/**
 * An address, for a grid of columns. The town is proposed from the official list and may be written otherwise; a
 * postcode that covers several communes asks which, and a CEDEX, which is in none, is no error.
 */
export function PlaceFields({ value, onChange, error = null }: PlaceFieldsProps) {
  const { t } = useTranslation()
  const { postcode, city, commune } = value
  const towns = useTowns(city || postcode, commune === null)
  const found = useFound(value)
  return (
    <>
      <TextInput
        className="span-4"
        name="address"
        label={<FieldLabel optional>{t('forms.address')}</FieldLabel>}
        autoComplete="off"
        maxLength={200}
        value={value.address}
        onChange={(event) => onChange({ ...value, address: event.currentTarget.value })}
      />
      <TextInput
        name="postcode"
        label={<FieldLabel optional>{t('forms.postcode')}</FieldLabel>}
        autoComplete="off"
        maxLength={10}
        classNames={{ input: 'tab' }}
        value={postcode}
        error={error}
        onBlur={() => {
          if (found?.kind === 'one' && city.trim() === '') onChange(inCommune(value, found.commune, found.commune.name))
        }}
        onChange={(event) =>
          onChange({
            ...value,
            postcode: event.currentTarget.value,
            city: commune?.name === city ? '' : city, // it came with the commune, it goes with it
            commune: null,
          })
        }
      />
      <Autocomplete
        className="span-3"
        label={<FieldLabel optional>{t('forms.town')}</FieldLabel>}
        autoComplete="off"
        maxLength={100}
        data={[...towns.keys()]}
        filter={({ options }) => options}
        value={city}
        onChange={(text) => {
          const picked = towns.get(text)
          onChange(picked ? inCommune(value, picked, picked.name) : { ...value, city: text, commune: null })
        }}
      />
      <WhichCommune value={value} found={found} onChange={onChange} />
    </>
  )
}

type Found = OutputOf<'reference.resolveCommune'>

interface WhichCommuneProps {
  readonly value: PlaceValues
  readonly found: Found | undefined
  readonly onChange: (value: PlaceValues) => void
}

/** What the postcode and the town say of the commune: found, to choose, or none. */
function WhichCommune({ value, found, onChange }: WhichCommuneProps) {
  const { t } = useTranslation()
  const { city } = value
  const known = value.commune ?? (found?.kind === 'one' && city.trim() !== '' ? found.commune : null)
  if (known !== null) {
    return <p className="span-4 hint">{t('forms.inCommune', { name: known.name, code: known.code })}</p>
  }
  if (found === undefined) return null
  const communes = found.kind === 'one' ? [found.commune] : found.kind === 'unknown' ? [] : found.communes
  if (communes.length === 0) return <p className="span-4 hint">{t('forms.noCommune')}</p>
  return (
    <div className="span-4 commune-choice" role="group" aria-label={t('forms.whichCommune')}>
      {found.kind === 'one' ? null : (
        <span className="hint">{t(found.kind === 'cedex' ? 'forms.cedex' : 'forms.severalCommunes')}</span>
      )}
      {communes.slice(0, 12).map((one) => (
        <button
          type="button"
          className="chip-choice"
          key={one.code}
          onClick={() => onChange(inCommune(value, one, found.kind === 'cedex' && city !== '' ? city : one.name))}
        >
          {one.name}
        </button>
      ))}
    </div>
  )
}

function inCommune(value: PlaceValues, commune: Commune, city: string): PlaceValues {
  const [postcode, another] = commune.postcodes
  return {
    ...value,
    city,
    commune: { code: commune.code, name: commune.name },
    postcode: value.postcode || (another === undefined ? (postcode ?? '') : ''),
  }
}

function useFound(value: PlaceValues): Found | undefined {
  const [place] = useDebouncedValue({ postcode: value.postcode.trim(), city: value.city.trim() }, 150)
  const asked = value.commune === null && (place.city.length > 1 || /^\d{4,5}$/u.test(place.postcode))
  const { data } = useQuery('reference.resolveCommune', place, { enabled: asked })
  return asked ? data : undefined
}

/** The towns that what is typed may be, by the line that proposes each. */
function useTowns(text: string, wanted: boolean): ReadonlyMap<string, Commune> {
  const [typed] = useDebouncedValue(text.trim(), 120)
  const { data = [] } = useQuery(
    'reference.communes',
    { text: typed, limit: 8 },
    { enabled: wanted && typed.length > 1, keepPrevious: true },
  )
  return new Map(data.map((commune) => [`${commune.name} (${commune.department})`, commune]))
}
