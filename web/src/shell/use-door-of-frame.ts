// What the frame does when the sitting ends, is unlocked, or the server is lost and found.
import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { knock, watchSitting } from '../people/sitting.ts'
import { useSitting } from '../people/use-sitting.ts'

/** How often a lost server is asked for, in milliseconds. */
const knockEvery = 3_000

/** True once, each time something that was so is so no more. */
const useEndOf = (isSo: boolean, then: () => void): void => {
  const was = useRef(isSo)
  useEffect(() => {
    if (was.current && !isSo) then()
    was.current = isSo
  })
}

export const useDoorOfFrame = (): void => {
  const queries = useQueryClient()
  const router = useRouter()
  const { lockedAt, awaySince, ended } = useSitting()
  useEffect(watchSitting, [])
  useEffect(() => {
    if (!ended) return
    const { href } = router.state.location
    queries.clear()
    void router.navigate({ to: '/sign-in', search: href === '/' ? {} : { to: href }, replace: true })
  }, [ended, queries, router])
  useEffect(() => {
    if (awaySince === null) return
    const timer = setInterval(() => void knock(), knockEvery)
    return () => clearInterval(timer)
  }, [awaySince])
  // What was asked behind the lock, or of a server that was not there, was not answered.
  const askAnew = (): void => void queries.invalidateQueries()
  useEndOf(lockedAt !== null, askAnew)
  useEndOf(awaySince !== null, askAnew)
}
