// What stops a start is one sentence for the person who started it, never a stack.

const name = 'StartRefused'

/** Ends a start for a reason its owner can do something about; `says` is the whole of what is printed. */
export const refuseStart = (says: string): never => {
  throw Object.assign(new Error(says), { name })
}

/** The sentence of a refused start, or null when the fault is of another kind. */
export const refusalOf = (fault: unknown): string | null =>
  fault instanceof Error && fault.name === name ? fault.message : null
