// How a screen says what its keys do: while it is shown they work, and the list of keys (?) names them.
import { useEffect, useRef, useSyncExternalStore } from 'react'
import { type KeyAct, hearKeyChanges, keysNow, lettersAreOn, tellKeys } from './key-acts.ts'

/** `useKeys([{ keys: 'F8', does: 'Next finding', run }])`: the keys of a screen while it is shown. */
export const useKeys = (acts: readonly KeyAct[]): void => {
  const latest = useRef(acts)
  useEffect(() => {
    latest.current = acts
  })
  useEffect(() => tellKeys(() => latest.current), [])
}

/** The screen's one primary act, by Ctrl Enter (⌘ Enter); null while there is none. */
export const usePrimaryAct = (does: string, run: (() => void) | null, inDialog = false): void =>
  useKeys(run === null ? [] : [{ keys: 'Ctrl Enter', does, run, inDialog }])

/** The keys of the screen at this moment. */
export const readKeys = (): readonly KeyAct[] => keysNow()

/** Whether single letters are on. */
export const useLetters = (): boolean => useSyncExternalStore(hearKeyChanges, lettersAreOn)
