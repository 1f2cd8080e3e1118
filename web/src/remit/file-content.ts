// A file of a payer as it is sent to the server: its bytes as base64.

/** As many bytes as the server takes of one file. */
export const mostBytes = 16 * 1_048_576

/** Taken a piece at a time: a call takes only so many arguments. */
export const base64Of = (bytes: Uint8Array): string => {
  const pieces: string[] = []
  for (let from = 0; from < bytes.length; from += 8_192)
    pieces.push(String.fromCharCode(...bytes.subarray(from, from + 8_192)))
  return btoa(pieces.join(''))
}

/** Why a file is not sent at all; null when it may be. */
export const faultOfFile = (size: number): string | null => {
  if (size === 0) return 'This file is empty. Nothing was sent.'
  return size > mostBytes ? 'This file is larger than 16 MB. A payer’s file is not; nothing was sent.' : null
}
