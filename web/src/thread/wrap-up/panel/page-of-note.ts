// What the panel is given of the page beside it: the case as served, the note as it stands, and what can be done with it.
export type { Served, WrapUp as PageOfNote } from '../wrap-up.ts'
