// J and K through the rows of a list: the focus goes to the link or button of the next one, where Enter opens it.
import { useKeys } from './use-keys.ts'

/** The id that the link or button of a row carries. */
export const rowId = (list: string, at: number): string => `${list}-row-${at}`

/** `useRowKeys('claims', 12, 'claim')`: J focuses the next of twelve rows, K the one before. */
export const useRowKeys = (list: string, count: number, what: string): void => {
  const move = (by: 1 | -1) => (): void => {
    const at = Array.from({ length: count }, (_, each) => rowId(list, each)).indexOf(
      document.activeElement?.id ?? '',
    )
    const next = at < 0 ? (by > 0 ? 0 : count - 1) : Math.max(0, Math.min(count - 1, at + by))
    document.getElementById(rowId(list, next))?.focus()
  }
  useKeys([
    { keys: 'j', does: `Next ${what}`, run: move(1) },
    { keys: 'k', does: `Previous ${what}`, run: move(-1) },
  ])
}
