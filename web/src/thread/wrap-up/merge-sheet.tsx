// What came from elsewhere while the note was open here, and stands in it now.
import type { ReactNode } from 'react'
import { Sheet } from '../../ui/sheet.tsx'
import { Dense } from '../../ui/type.tsx'
import { pathWords } from './panel/path-words.ts'
import type { WrapUp } from './wrap-up.ts'

export interface MergeSheetProps {
  readonly wrapUp: WrapUp
  readonly opened: boolean
  readonly onClose: () => void
}

export const MergeSheet = ({ wrapUp, opened, onClose }: MergeSheetProps): ReactNode => {
  const { heard, note, conflicts } = wrapUp
  const template = note?.template ?? 'soap'
  const waiting = new Set(conflicts.map(({ path }) => path))
  return (
    <Sheet opened={opened} onClose={onClose} title="Also written elsewhere">
      <Dense>
        This note was open on {heard?.where ?? 'another screen'} too. Both are kept; this came from there:
      </Dense>
      <ul>
        {(heard?.paths ?? []).map((path) => (
          <li key={path}>
            {pathWords(path, template)}
            {waiting.has(path) && ': written in two ways, choose in the note'}
          </li>
        ))}
      </ul>
    </Sheet>
  )
}
