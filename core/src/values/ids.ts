// Branded ids: a claim's id cannot be passed where a client's is asked for.

declare const kind: unique symbol

/** A row id (uuidv7, made by the server) or, in a case file, the key the file uses. */
export type Id<Kind extends string> = string & { readonly [kind]: Kind }

export const id = <Kind extends string>(text: string): Id<Kind> => text as Id<Kind>
