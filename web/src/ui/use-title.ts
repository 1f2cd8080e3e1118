// The title of the open page: never a client's name, since titles stay in histories and on shared screens.
import { useEffect } from 'react'

/** "Claims" becomes "Claims · Golden Thread". */
export const useTitle = (page: string): void => {
  useEffect(() => {
    document.title = `${page} · Golden Thread`
  }, [page])
}
