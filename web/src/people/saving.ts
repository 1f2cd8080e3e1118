// Saving a form: once at a time, the same key until the server has answered, its findings under their fields.
import { useRef, useState } from 'react'
import type { Finding } from '@goldenthread/core/values/finding.ts'
import { newKey } from '../api/ask.ts'
import { problemIn } from '../api/problem.ts'

/** Findings by the field they speak of; those of no field are left for the form as a whole. */
export const faultsAt = <Field extends string>(
  findings: readonly Finding[],
  fields: Readonly<Record<string, Field>>,
): { readonly byField: Partial<Record<Field, string>>; readonly rest: readonly string[] } => {
  const byField: Partial<Record<Field, string>> = {}
  const rest: string[] = []
  for (const { place, says } of findings) {
    const field = place.kind === 'field' ? fields[place.path] : undefined
    if (field === undefined) rest.push(says)
    else byField[field] ??= says
  }
  return { byField, rest }
}

const sentenceFor = (kind: string, title: string, rest: readonly string[]): string => {
  if (kind === 'findings')
    return rest.length > 0 ? rest.join(' ') : 'Some fields do not fit yet. Nothing was saved.'
  if (kind === 'stale')
    return 'Somebody changed this meanwhile. Nothing of yours was saved: close, and look at it again.'
  if (kind === 'away') return 'The server is not reached. Saving again saves it once.'
  return title
}

export interface Saving<Field extends string> {
  readonly faults: Partial<Record<Field, string>>
  /** Of the form as a whole; null while there is none. */
  readonly fault: string | null
  readonly isSaving: boolean
  readonly save: (act: (key: string) => Promise<unknown>, done: () => void) => void
}

export const useSaving = <Field extends string>(fields: Readonly<Record<string, Field>>): Saving<Field> => {
  const [faults, setFaults] = useState<Partial<Record<Field, string>>>({})
  const [fault, setFault] = useState<string | null>(null)
  const [isSaving, setSaving] = useState(false)
  const key = useRef<string | null>(null)
  const save: Saving<Field>['save'] = (act, done) => {
    if (isSaving) return
    setSaving(true)
    setFault(null)
    setFaults({})
    key.current ??= newKey()
    act(key.current)
      .then(done, (failed: unknown) => {
        const { kind, title, findings } = problemIn(failed)
        const { byField, rest } = faultsAt(findings, fields)
        setFaults(byField)
        setFault(sentenceFor(kind, title, rest))
        if (kind !== 'away') key.current = null
      })
      .finally(() => setSaving(false))
  }
  return { faults, fault, isSaving, save }
}
