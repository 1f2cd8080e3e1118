// What is printed, block by block: the same words for a note, a claim, whatever comes.

export type Block =
  | { readonly kind: 'title'; readonly text: string }
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'lesser'; readonly text: string }
  /** As a person wrote it; its line feeds are kept. */
  | { readonly kind: 'prose'; readonly text: string }
  | { readonly kind: 'small'; readonly text: string }
  /** What is called how, row by row. */
  | { readonly kind: 'facts'; readonly rows: readonly (readonly [string, string])[] }
  | {
      readonly kind: 'table'
      readonly heads: readonly string[]
      /** Parts of the width, one a column; they add up to 1. */
      readonly widths: readonly number[]
      readonly rows: readonly (readonly string[])[]
    }

export interface Sheet {
  /** Of the document, as a reader shows it: no name of a client, as it is shown in lists of files. */
  readonly title: string
  /** Stands on top of every page: whose it is. */
  readonly head: string
  /** Stands at the foot of every page, before "page n of m". */
  readonly foot: string
  readonly blocks: readonly Block[]
}
