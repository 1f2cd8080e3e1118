// How often the practice used each diagnosis: what is offered first. Asked for when somebody is about to choose.
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { NoteDiagnosis } from '@goldenthread/core/note/note.ts'
import type { Uses } from '../../../coding/find-diagnoses.ts'
import { answerOf, ask } from '../../../api/ask.ts'

const none: readonly { readonly code: string; readonly sessions: number }[] = []

/** The client's own come before all others. */
const ownFirst = 1_000_000

export const useDiagnosisUses = (isAsked: boolean, own: readonly NoteDiagnosis[]): Uses => {
  const { data } = useQuery({
    queryKey: ['diagnoses-used'],
    queryFn: () => answerOf(ask.GET('/api/coding/diagnoses-used')),
    enabled: isAsked,
    staleTime: 600_000,
  })
  const used = data?.items ?? none
  return useMemo(
    () =>
      new Map([
        ...used.map(({ code, sessions }) => [code, sessions] as const),
        ...own.map(({ code }) => [code, ownFirst] as const),
      ]),
    [used, own],
  )
}
