// J, K and Enter in a list of claims: down, up, open. The row that is marked has the focus.
import { useKeys } from '../ui/use-keys.ts'
import { rowId } from './work-table.tsx'

export interface ListKeys {
  readonly ids: readonly string[]
  readonly chosen: string | null
  /** Where the claim stands beside its list, it is opened as one moves. */
  readonly isWide: boolean
  readonly open: (claimId: string, replace: boolean) => void
}

const markedIn = (ids: readonly string[], chosen: string | null): number => {
  const focused = ids.findIndex((id) => document.activeElement?.id === rowId(id))
  return focused === -1 ? ids.findIndex((id) => id === chosen) : focused
}

export const useListKeys = ({ ids, chosen, isWide, open }: ListKeys): void => {
  const move = (by: number): void => {
    const id = ids[Math.min(Math.max(markedIn(ids, chosen) + by, 0), ids.length - 1)]
    if (id === undefined) return
    const row = document.getElementById(rowId(id))
    row?.focus()
    row?.scrollIntoView({ block: 'nearest' })
    if (isWide) open(id, true)
  }
  const enter = (): void => {
    const id = ids[markedIn(ids, chosen)]
    if (id === undefined) return
    open(id, false)
    document.getElementById('claim-title')?.focus()
  }
  useKeys(
    ids.length === 0
      ? []
      : [
          { keys: 'j', does: 'Next claim', run: () => move(1) },
          { keys: 'k', does: 'Claim before', run: () => move(-1) },
          { keys: 'Enter', does: 'Open the claim', run: enter },
        ],
  )
}
