// Bytes to text and back. UTF-8 where it is valid UTF-8, else Latin-1: nothing that came is lost or replaced.

/** Code points and where the next begins, or null when the bytes at `at` are not UTF-8. */
const codePointAt = (
  bytes: Uint8Array,
  at: number,
  end: number,
): readonly [point: number, next: number] | null => {
  const lead = bytes[at] ?? 0
  if (lead < 0x80) return [lead, at + 1]
  const length = lead >= 0xf0 && lead <= 0xf4 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc2 ? 2 : 0
  if (length === 0 || lead > 0xf4 || at + length > end) return null
  let point = lead & (0xff >> (length + 1))
  for (let next = at + 1; next < at + length; next += 1) {
    const byte = bytes[next] ?? 0
    if (byte >> 6 !== 2) return null
    point = (point << 6) | (byte & 0x3f)
  }
  const shortest = length === 2 ? 0x80 : length === 3 ? 0x800 : 0x10000
  if (point < shortest || point > 0x10ffff || (point >= 0xd800 && point <= 0xdfff)) return null
  return [point, at + length]
}

const latin1 = (bytes: Uint8Array, start: number, end: number): string => {
  let text = ''
  for (let at = start; at < end; at += 1) text += String.fromCharCode(bytes[at] ?? 0)
  return text
}

/** The text of bytes `start` to `end` (exclusive): UTF-8 when all of it is valid, else Latin-1. */
export const decodeText = (bytes: Uint8Array, start: number, end: number): string => {
  let text = ''
  for (let at = start; at < end; ) {
    const found = codePointAt(bytes, at, end)
    if (found === null) return latin1(bytes, start, end)
    text += String.fromCodePoint(found[0])
    at = found[1]
  }
  return text
}

/** The bytes of a text whose characters are all ASCII, or null. */
const encodeAscii = (text: string): Uint8Array | null => {
  const bytes = new Uint8Array(text.length)
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code >= 0x80) return null
    bytes[at] = code
  }
  return bytes
}

const utf8 = (point: number): readonly number[] => {
  const last = 0x80 | (point & 0x3f)
  if (point < 0x80) return [point]
  if (point < 0x800) return [0xc0 | (point >> 6), last]
  const third = 0x80 | ((point >> 6) & 0x3f)
  return point < 0x10000
    ? [0xe0 | (point >> 12), third, last]
    : [0xf0 | (point >> 18), 0x80 | ((point >> 12) & 0x3f), third, last]
}

/** UTF-8 bytes of a text. A lone surrogate is written as U+FFFD, as every encoder does. */
export const encodeText = (text: string): Uint8Array => {
  const ascii = encodeAscii(text)
  if (ascii !== null) return ascii
  const bytes = new Uint8Array(text.length * 3)
  let length = 0
  for (const character of text) {
    const found = character.codePointAt(0) ?? 0
    for (const byte of utf8(found >= 0xd800 && found <= 0xdfff ? 0xfffd : found)) bytes[length++] = byte
  }
  return bytes.slice(0, length)
}
