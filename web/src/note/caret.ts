// Where the writer stands in a note: a section, and UTF-16 offsets into its text.

export interface Caret {
  readonly section: string
  readonly start: number
  readonly end: number
}
