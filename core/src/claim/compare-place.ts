// Whether two statements of where the client was agree, and whether a place of service fits them.
import type { Modality, Setting } from '../facts/facts.ts'
import { type PlaceGround, placeWanted } from '../coding/place-wanted.ts'
import type { Comparison } from './compare-part.ts'
import { plainWords } from './plain-letters.ts'

// A town by its long name and by its short one is one town.
const longForms: Readonly<Record<string, string>> = { st: 'saint', ste: 'sainte', ft: 'fort', mt: 'mount' }

/** Two towns by their letters; `St. Paul` is `Saint Paul`. */
export const compareCities = (one: string, other: string): Comparison => {
  const [first, second] = [one, other].map((city) =>
    plainWords(city)
      .map((word) => longForms[word] ?? word)
      .join(''),
  )
  return first === second ? 'agree' : 'disagree'
}

export const compareStates = (one: string, other: string): Comparison =>
  one.trim().toUpperCase() === other.trim().toUpperCase() ? 'agree' : 'disagree'

// People say one for the other of a room that clients come to.
const rooms = new Set<Setting>(['office', 'clinic', 'community-mental-health-center'])

export const compareSettings = (one: Setting, other: Setting): Comparison => {
  if (one === other) return 'agree'
  if (one === 'other' || other === 'other') return 'unclear'
  return rooms.has(one) && rooms.has(other) ? 'unclear' : 'disagree'
}

const telehealthPlaces = ['02', '10']

export interface WhereAndHow {
  readonly modality: Modality
  readonly setting: Setting | null
}

/** A place of meeting in person that is not the one of the setting. */
const otherRoom = (code: string, setting: Setting | null, { facts, on }: PlaceGround): Comparison => {
  if (telehealthPlaces.includes(code)) return 'disagree'
  if (setting === null) return 'agree'
  if (setting === 'other' || facts.placeOfSetting(setting, on) === null) return 'unclear'
  const sameRoom = [...rooms].some((room) => facts.placeOfSetting(room, on)?.code === code)
  return rooms.has(setting) && sameRoom ? 'unclear' : 'disagree'
}

/** Where nobody said where the client was, it may have been at home or elsewhere. */
const anywhere: readonly Setting[] = ['home', 'other']

/**
 * Whether a place of service fits where the client was and by what means: it is the one this payer wants
 * (`coding/place-wanted.ts`), or it is not. A setting that was not stated, or is none that we name, settles nothing.
 */
export const comparePlaceOfService = (
  code: string,
  { modality, setting }: WhereAndHow,
  ground: PlaceGround,
): Comparison => {
  const settings = setting === null ? anywhere : [setting]
  if (settings.some((each) => placeWanted({ modality, setting: each }, ground)?.placeOfService === code))
    return 'agree'
  if (modality === 'in-person') return otherRoom(code, setting, ground)
  if (!telehealthPlaces.includes(code)) return 'disagree'
  return setting === null || setting === 'other' ? 'unclear' : 'disagree'
}
