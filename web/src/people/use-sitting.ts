// The sitting as a page's hook.
import { useSyncExternalStore } from 'react'
import { type Sitting, hearSitting, sittingNow } from './sitting.ts'

export const useSitting = (): Sitting => useSyncExternalStore(hearSitting, sittingNow)
