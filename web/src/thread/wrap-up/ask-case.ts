// What the wrap-up page asks the server for.
import { queryOptions } from '@tanstack/react-query'
import type { ThreadCase } from '@goldenthread/core/thread/thread-case.ts'
import type { Note } from '@goldenthread/core/note/note.ts'
import { answerOf, ask } from '../../api/ask.ts'
import type { Base } from '../../note/base.ts'
import { draftOf } from '../../note/parts.ts'
import type { Sent } from '../../note/send-draft.ts'
import type { Served } from './wrap-up.ts'

/** The case of a session. What the API describes is what core calls a case; the kinds of its days and amounts are core's. */
export const caseAsked = (sessionId: string) =>
  queryOptions({
    queryKey: ['case', sessionId],
    queryFn: async (): Promise<Served> => {
      const view = await answerOf(ask.GET('/api/thread/cases/{id}', { params: { path: { id: sessionId } } }))
      return { ...view, case: view.case as unknown as ThreadCase }
    },
    staleTime: 10_000,
  })

export const sessionAsked = (sessionId: string) =>
  queryOptions({
    queryKey: ['session', sessionId],
    queryFn: () => answerOf(ask.GET('/api/session/sessions/{id}', { params: { path: { id: sessionId } } })),
    staleTime: 10_000,
  })

/** The draft as the server has it. */
export const readDraft = async (noteId: string): Promise<Base> => {
  const { note, version } = await answerOf(
    ask.GET('/api/note/notes/{id}', { params: { path: { id: noteId } } }),
  )
  return { version, draft: draftOf(note as unknown as Note) }
}

/** Sends a draft. */
export const saveDraft = (
  noteId: string,
  sitting: string,
  version: number,
  { note, confirmed }: Sent,
  leaving: boolean,
): Promise<{ readonly version: number }> => {
  const body = { version, sitting, note, ...(confirmed === null ? {} : { confirmed }) }
  const asked = {
    params: { path: { id: noteId } },
    body: body as never,
    ...(leaving ? { keepalive: true } : {}),
  }
  return answerOf(ask.PUT('/api/note/notes/{id}', asked))
}
