// The person's own key for what is kept on this machine: asked for once a sitting, held in memory alone.
import { answerOf, ask } from '../api/ask.ts'
import { hearSitting, sittingNow } from '../people/sitting.ts'
import { keyFrom } from './keep-box.ts'

let held: { readonly whose: string; readonly key: Promise<CryptoKey> } | null = null

hearSitting(() => {
  if (sittingNow().ended) held = null
})

/** The key of this person in this practice. Throws a problem when the server does not give it. */
export const draftKeyOf = (whose: string): Promise<CryptoKey> => {
  if (held?.whose === whose) return held.key
  const key = answerOf(ask.GET('/api/people/draft-key')).then((given) => keyFrom(given.key))
  held = { whose, key }
  key.catch(() => {
    if (held?.key === key) held = null
  })
  return key
}
