// Locks what is kept on this machine: AES-256-GCM under the person's key, bound to what it is about.

export interface Locked {
  readonly nonce: Uint8Array<ArrayBuffer>
  readonly bytes: ArrayBuffer
}

const fromBase64 = (text: string): Uint8Array<ArrayBuffer> => {
  const plain = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
  return Uint8Array.from(plain, (letter) => letter.charCodeAt(0))
}

/** A key that locks and opens, and cannot be read out of the page again. */
export const keyFrom = (base64url: string): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', fromBase64(base64url), 'AES-GCM', false, ['encrypt', 'decrypt'])

const about = (words: string): Uint8Array<ArrayBuffer> => Uint8Array.from(new TextEncoder().encode(words))

export const lockText = async (key: CryptoKey, text: string, whose: string): Promise<Locked> => {
  const nonce = crypto.getRandomValues(new Uint8Array(12))
  const bytes = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv: nonce, additionalData: about(whose) },
    key,
    new TextEncoder().encode(text),
  )
  return { nonce, bytes }
}

/** Null when it was locked under another key, about something else, or was changed since. */
export const openText = async (
  key: CryptoKey,
  { nonce, bytes }: Locked,
  whose: string,
): Promise<string | null> => {
  try {
    const plain = await crypto.subtle.decrypt(
      { name: 'AES-GCM', iv: nonce, additionalData: about(whose) },
      key,
      bytes,
    )
    return new TextDecoder().decode(plain)
  } catch {
    return null
  }
}
