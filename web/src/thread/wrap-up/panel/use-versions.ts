// The signed versions of a note: the hash that a supervisor decides on is that of the last one.
import { useQuery } from '@tanstack/react-query'
import type { components } from '../../../api/generated.api.ts'
import { answerOf, ask } from '../../../api/ask.ts'

export type SignedVersion = components['schemas']['SignedNote']

/** The version signed last; null while it has not come. */
export const useLastVersion = (noteId: string, version: number): SignedVersion | null => {
  const { data } = useQuery({
    queryKey: ['note-versions', noteId, version],
    queryFn: () => answerOf(ask.GET('/api/note/notes/{id}/versions', { params: { path: { id: noteId } } })),
  })
  return data?.items.at(-1) ?? null
}
