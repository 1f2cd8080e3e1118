// The desk of a note while its page is open; null until what was kept is restored.
import { useEffect, useState, useSyncExternalStore } from 'react'
import type { DeskState } from './desk-state.ts'
import { type DeskAsked, type StartedDesk, clearKept, startDesk } from './start-desk.ts'

export interface OpenDesk {
  readonly started: StartedDesk | null
  readonly state: DeskState | null
  readonly fault: unknown
}

const never = (): (() => void) => () => undefined
const nobody = (): null => null

/** `asked` is null where nothing is written. A desk is opened anew for another note, never for another version. */
export const useDesk = (asked: DeskAsked | null): OpenDesk => {
  const [started, setStarted] = useState<StartedDesk | null>(null)
  const [fault, setFault] = useState<unknown>(null)
  const of = asked === null ? null : `${asked.whose}|${asked.noteId}`
  // biome-ignore lint/correctness/useExhaustiveDependencies: the desk itself keeps up with versions and answers
  useEffect(() => {
    if (asked === null) return
    let isOver = false
    let stop = (): void => undefined
    startDesk(asked).then(
      (made) => {
        stop = made.stop
        if (isOver) stop()
        else setStarted(made)
      },
      (found: unknown) => setFault(found),
    )
    return () => {
      isOver = true
      stop()
      setStarted(null)
      setFault(null)
    }
  }, [of])
  const desk = started?.desk
  const state = useSyncExternalStore(desk?.hear ?? never, desk?.now ?? nobody)
  return { started, state, fault }
}

/** Of a signed note: whether this machine keeps words of it that were never sent. What the server has is dropped. */
export const useLeftWords = (noteId: string | null, whose: string): boolean => {
  const [isLeft, setIsLeft] = useState(false)
  useEffect(() => {
    if (noteId === null) return
    let isOver = false
    clearKept({ noteId, whose }).then(
      (left) => {
        if (!isOver) setIsLeft(left)
      },
      // Without the key nothing is read and nothing dropped; it is looked after when the note is opened again.
      () => undefined,
    )
    return () => {
      isOver = true
    }
  }, [noteId, whose])
  return isLeft
}
