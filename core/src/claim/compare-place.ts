// Whether two statements of where the client was agree, and whether a place of service fits them.
import type { Day } from '../values/day.ts'
import type { Facts, Modality, Setting } from '../facts/facts.ts'
import type { Coverage } from '../coverage/coverage.ts'
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

// Where a person stays for a while, or is on the way: some payers count it as home for telehealth (docs/sources.md 0, 4).
const likeHome = new Set<Setting>(['vehicle', 'work', 'shelter', 'group-home', 'assisted-living', 'other'])

const byTelehealth = (code: string, setting: Setting | null): Comparison => {
  if (code !== '02' && code !== '10') return 'disagree'
  if (setting === null) return 'agree'
  if (setting === 'home') return code === '10' ? 'agree' : 'disagree'
  if (code === '02') return 'agree'
  return likeHome.has(setting) ? 'unclear' : 'disagree'
}

const inPerson = (code: string, setting: Setting | null, facts: Facts, on: Day): Comparison => {
  if (code === '02' || code === '10') return 'disagree'
  if (setting === null) return 'agree'
  if (setting === 'other') return 'unclear'
  const usual = facts.placeOfSetting(setting, on)
  if (usual === null) return 'unclear'
  if (usual.code === code) return 'agree'
  const sameRoom = [...rooms].some((room) => facts.placeOfSetting(room, on)?.code === code)
  return rooms.has(setting) && sameRoom ? 'unclear' : 'disagree'
}

export interface WhereAndHow {
  readonly modality: Modality
  readonly setting: Setting | null
}

/**
 * Whether a place of service fits where the client was and by what means. A payer's own telehealth row wins, then
 * 10 for a client at home and 02 elsewhere, then the place of the setting (docs/sources.md 4). An unstated setting
 * contradicts nothing.
 */
export const comparePlaceOfService = (
  code: string,
  where: WhereAndHow,
  { coverage, facts, on }: { readonly coverage: Coverage | null; readonly facts: Facts; readonly on: Day },
): Comparison => {
  const { modality, setting } = where
  if (modality === 'in-person') return inPerson(code, setting, facts, on)
  if (coverage !== null && setting !== null) {
    const atHome = setting === 'home'
    const own = coverage.payerRules?.telehealth?.find(
      (row) => row.modality === modality && row.clientAtHome === atHome,
    )
    const expected =
      own?.placeOfService ?? facts.modality(coverage.payer.class, modality, atHome, on)?.placeOfService
    if (expected === code) return 'agree'
  }
  return byTelehealth(code, setting)
}
