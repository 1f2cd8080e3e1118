// Where a place of a finding stands on the page: the id of a section's field, of a row of picks, of a fact in the bar.
import type { Place } from '@goldenthread/core/values/finding.ts'

export const sectionFieldId = (section: string): string => `section-${section}`
export const pickRowId = (path: string): string => `row-${path.replaceAll('.', '-')}`
export const factsId = 'session-facts'

/** The ids to look for, the nearest first: `picks.risk.level`, then `picks.risk`. */
export const idsOf = (place: Place): readonly string[] => {
  if (place.kind === 'text') return [sectionFieldId(place.section)]
  if (place.kind !== 'field') return []
  const [root = '', kind = '', ...rest] = place.path.split('.')
  if (root === 'session') return [factsId]
  if (root !== 'note') return []
  if (kind === 'sections') return rest[0] === undefined ? [] : [sectionFieldId(rest[0])]
  if (kind === 'diagnoses') return [pickRowId('diagnoses')]
  if (kind === 'recorded') return [pickRowId(`recorded.${rest[0] ?? ''}`), factsId]
  if (kind !== 'picks') return []
  return rest.map((_part, index) => pickRowId(['picks', ...rest.slice(0, rest.length - index)].join('.')))
}

/** What is scrolled to may be a row; the focus goes to what can take it within. */
const focusable = 'textarea, input, button:not([tabindex="-1"]), a[href], [tabindex="0"]'

/** Moves the focus to a place of the note; false where it is not on the page. */
export const focusPlace = (place: Place): boolean => {
  const found = idsOf(place)
    .map(
      (id) =>
        document.getElementById(id) ?? document.querySelector<HTMLElement>(`[id^="${CSS.escape(id)}-"]`),
    )
    .find((element) => element !== null)
  if (found === undefined || found === null) return false
  const field = found.matches(focusable) ? found : found.querySelector<HTMLElement>(focusable)
  field?.focus({ preventScroll: true })
  if (field instanceof HTMLTextAreaElement && place.kind === 'text')
    field.setSelectionRange(place.start, place.end)
  const calm = globalThis.matchMedia('(prefers-reduced-motion: reduce)').matches
  found.scrollIntoView({ block: 'center', behavior: calm ? 'auto' : 'smooth' })
  return true
}

/** Puts the caret into a section's field. */
export const focusSection = (section: string, start: number, end = start): void => {
  const field = document.getElementById(sectionFieldId(section))
  if (!(field instanceof HTMLTextAreaElement)) return
  field.focus({ preventScroll: true })
  field.setSelectionRange(start, end)
  field.scrollIntoView({ block: 'nearest' })
}
