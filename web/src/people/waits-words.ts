// What waits of a client, in one line.
import type { components } from '../api/generated.api.ts'

type Waits = components['schemas']['ClientAtWork']['waits']

const counted = (count: number, one: string, more: string): readonly string[] =>
  count === 0 ? [] : [count === 1 ? one : `${count} ${more}`]

/** `2 notes to sign, a claim held or rejected`; null when nothing waits. */
export const waitsWords = ({ unconfirmed, unsigned, claims }: Waits): string | null => {
  const said = [
    ...counted(unconfirmed, 'a session to confirm', 'sessions to confirm'),
    ...counted(unsigned, 'a note to sign', 'notes to sign'),
    ...counted(claims, 'a claim held or rejected', 'claims held or rejected'),
  ].join(', ')
  return said === '' ? null : said.charAt(0).toUpperCase() + said.slice(1)
}
