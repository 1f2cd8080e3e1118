// Going in at the door: nothing of whoever was here before is kept.
import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { beginSitting } from './sitting.ts'

/** Goes on to an address behind the door. */
export const useEntering = (): ((to: string) => void) => {
  const router = useRouter()
  const queries = useQueryClient()
  return (to) => {
    queries.clear()
    beginSitting()
    router.history.replace(to)
  }
}
