// The key of an act in a sheet: the same while the same thing is asked for again, another for another thing.
import { useRef } from 'react'
import { newKey } from '../api/ask.ts'

/** So that an act whose answer was lost is done once, and one that was refused may be asked for otherwise. */
export const useActKey = (): ((body: unknown) => string) => {
  const last = useRef({ of: '', key: '' })
  return (body) => {
    const of = JSON.stringify(body)
    if (last.current.of !== of || last.current.key === '') last.current = { of, key: newKey() }
    return last.current.key
  }
}
