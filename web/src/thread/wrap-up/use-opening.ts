// Where the page opens: at the place its address names, where one was writing, else in the first section that lacks something.
import { useEffect, useRef } from 'react'
import { templates } from '@goldenthread/core/note/templates.ts'
import { field } from '@goldenthread/core/values/finding.ts'
import { focusPlace, focusSection } from './places.ts'
import type { WrapUp } from './wrap-up.ts'

const placeOfAddress = (): string | null => {
  const path = decodeURIComponent(globalThis.location.hash.slice(1))
  return /^(note|session)\.[\w.-]+$/.test(path) ? path : null
}

const firstLacking = ({ note }: WrapUp): string | null => {
  if (note === null) return null
  const { sections } = templates[note.template]
  const lacking = sections.find(({ id, required }) => required && (note.sections[id] ?? '').trim() === '')
  return (lacking ?? sections[0])?.id ?? null
}

/** Once, when the note stands there. */
export const useOpening = (wrapUp: WrapUp | null, scroll: number | null): void => {
  const isOpened = useRef(false)
  useEffect(() => {
    if (wrapUp === null || wrapUp.note === null || isOpened.current) return
    isOpened.current = true
    const path = placeOfAddress()
    if (path !== null && focusPlace(field(path))) return
    if (wrapUp.readOnly) return
    const { caret } = wrapUp
    if (caret !== null) {
      focusSection(caret.section, caret.start, caret.end)
      if (scroll !== null) globalThis.scrollTo({ top: scroll })
      return
    }
    const section = firstLacking(wrapUp)
    if (section === null || globalThis.matchMedia('(max-width: 600px)').matches) return
    const end = wrapUp.note.sections[section]?.length ?? 0
    focusSection(section, end)
  }, [wrapUp, scroll])
}
