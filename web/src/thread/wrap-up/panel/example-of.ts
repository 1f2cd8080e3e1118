// What a rule says beside its finding: an example of what to write. It is shown, and never pasted.
import { catalogue } from '@goldenthread/core/rules/index.ts'
import type { Finding } from '@goldenthread/core/values/finding.ts'

const good: ReadonlyMap<string, string> = new Map(catalogue.map(({ id, write }) => [id, write.good]))

/** Findings outside the catalogue say what to do and have no example; those of facts are mended there, not written. */
export const exampleOf = ({ code, place }: Finding): string | null => {
  const isOfNote = place.kind === 'text' || (place.kind === 'field' && place.path.startsWith('note.'))
  return isOfNote ? (good.get(code) ?? null) : null
}

/** Whether "not assessed, because …" may answer it: picks that are an answer or the reason why there is none. */
export const mayBeUnassessed = ({ place }: Finding): boolean =>
  place.kind === 'field' &&
  /^note\.picks\.(mentalStatus\.\w|risk\.(suicidalIdeation|homicidalIdeation|selfHarm|level)|symptoms|impairment|direction|necessity|interventions|response|goals|crisis\.\w+)/.test(
    place.path,
  )
