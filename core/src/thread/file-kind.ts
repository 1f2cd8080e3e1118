// What kind of file came: read from its content, never from its name.
import { readInterchangesLeniently } from '../x12/syntax/interchange.ts'
import { splitLeniently } from '../x12/syntax/split.ts'
import type { ThreadFile } from './outcome.ts'

type Kind = ThreadFile['kind']

/** ST01 with the guide of ST03 or GS08, in the order of the table; a file without sets may still hold a TA1. */
const kinds: readonly { readonly set: string; readonly guide: string; readonly kind: Kind }[] = [
  { set: '837', guide: '005010X222', kind: '837P' },
  { set: '999', guide: '005010X231', kind: '999' },
  { set: '277', guide: '005010X214', kind: '277CA' },
  { set: '835', guide: '005010X221', kind: '835' },
]

/** The kind of a file's first set that is known here, else TA1 when it holds one, else unknown. */
export const fileKind = (bytes: Uint8Array): Kind => {
  const { interchanges } = readInterchangesLeniently(splitLeniently(bytes).segments)
  for (const interchange of interchanges) {
    for (const group of interchange.groups) {
      for (const set of group.sets) {
        const guide = set.version === '' ? group.version : set.version
        const known = kinds.find((each) => each.set === set.set && guide.startsWith(each.guide))
        if (known !== undefined) return known.kind
      }
    }
  }
  return interchanges.some((each) => each.acknowledgments.length > 0) ? 'TA1' : 'unknown'
}
