// A draft as the server has it.
import type { Draft } from './parts.ts'

export interface Base {
  readonly version: number
  readonly draft: Draft
}
