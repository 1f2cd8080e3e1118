// The first sentence of a note, by which a person knows it again in a list.
import type { Note } from '@goldenthread/core/note/note.ts'
import { templates } from '@goldenthread/core/note/templates.ts'

const longest = 140
/** What ends before is a title or an initial: "Ms.", "Dr." */
const shortest = 16

/** Of the first section of its template that says anything; null while none does. */
export const firstSentence = ({ template, sections }: Note): string | null => {
  const text = templates[template].sections
    .map(({ id }) => sections[id]?.trim() ?? '')
    .find((each) => each !== '')
  if (text === undefined) return null
  const [line = ''] = text.split('\n')
  const sentence = new RegExp(`^.{${shortest},}?[.!?](?=\\s|$)`).exec(line)?.[0] ?? line
  if (sentence.length <= longest) return sentence
  const cut = sentence.slice(0, longest)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), longest - 30))}…`
}
