import {
  IconArrowRampRight,
  IconBuilding,
  IconBuildingCommunity,
  IconSchool,
  IconUsersGroup,
} from '@tabler/icons-react'
import type { SearchHit } from '../../../shared/features/search'
import { Initials } from '../../ui/Initials'
import { Marked } from './Marked'
import { markedTitle } from './marked-title'

const icons = {
  organisations: IconBuildingCommunity,
  residences: IconBuilding,
  referrals: IconArrowRampRight,
  programmes: IconSchool,
  cohorts: IconUsersGroup,
} as const

/** One record found: what matched in its name, else the piece of text that answers. */
export function HitLine({ hit, typed }: { hit: SearchHit; typed: string }) {
  return (
    <>
      <span className="palette-icon">
        {hit.entity === 'people' ? (
          <Initials name={givenNameFirst(hit.title)} tone="neutral" />
        ) : (
          <HitIcon entity={hit.entity} />
        )}
      </span>
      <span className="cut grow">
        <Marked text={markedTitle(hit.title, typed)} />
        {hit.snippet ? (
          <span className="t3">
            {' '}
            «{'\u00A0'}
            <Marked text={hit.snippet} />
            {'\u00A0'}»
          </span>
        ) : null}
      </span>
      <small className="palette-aside cut">{hit.subtitle}</small>
    </>
  )
}

function HitIcon({ entity }: { entity: keyof typeof icons }) {
  const Icon = icons[entity]
  return <Icon size={17} />
}

/** The list says `BEN HAMMAR Souad`, initials are those of « Souad Ben Hammar ». */
function givenNameFirst(title: string): string {
  const words = title.split(' ')
  const given = words.findIndex((word) => word !== word.toLocaleUpperCase('fr'))
  return given < 1 ? title : [...words.slice(given), ...words.slice(0, given)].join(' ')
}
