// After an act on money everything that is shown is asked anew, and its sheet closes.
import { useQueryClient } from '@tanstack/react-query'

export const useActDone = (onClose: () => void): (() => Promise<void>) => {
  const queries = useQueryClient()
  return async () => {
    await queries.invalidateQueries()
    onClose()
  }
}
