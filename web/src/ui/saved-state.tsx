// Where one's words are kept: a dot and words, in one of four states.
import type { ReactNode } from 'react'
import { TextLink } from './text-link.tsx'
import styles from './saved-state.module.css'

export type Saved =
  | { readonly kind: 'saved'; readonly at: string }
  /** Said only when the server takes longer than a second. */
  | { readonly kind: 'saving' }
  | { readonly kind: 'kept'; readonly at: string }
  | { readonly kind: 'also-open'; readonly where: string; readonly onMerge: () => void }

export interface SavedStateProps {
  readonly state: Saved
}

// Without the time, so that a reader hears a change of state and not each second.
const spoken = (state: Saved): string => {
  if (state.kind === 'saved') return 'Saved'
  if (state.kind === 'saving') return 'Saving'
  if (state.kind === 'kept') return 'Kept on this machine, server not reached'
  return `Also open on ${state.where}, both kept`
}

const Words = ({ state }: SavedStateProps): ReactNode => {
  if (state.kind === 'saved')
    return (
      <>
        Saved <span className={styles.time}>{state.at}</span>
      </>
    )
  if (state.kind === 'saving') return 'Saving'
  if (state.kind === 'also-open')
    return <TextLink onClick={state.onMerge}>Also open on {state.where}, both kept</TextLink>
  return (
    <>
      Kept on this machine <span className={styles.time}>{state.at},</span> server not reached
    </>
  )
}

/** Four states, always dot and words. */
export const SavedState = ({ state }: SavedStateProps): ReactNode => (
  <span className={styles.saved} data-kind={state.kind}>
    <span className={styles.dot} aria-hidden="true" />
    <span>
      <Words state={state} />
    </span>
    <span className={styles.spoken} role="status">
      {spoken(state)}
    </span>
  </span>
)
