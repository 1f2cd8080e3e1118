// CLM01: the number a claim travels under, made from a uuidv7.

const letters = 20

/** Bits of a uuidv7 that twenty characters of 36 can hold: 48 of time, 12 of order, 43 of chance. */
const chanceBits = 43n

/**
 * Twenty of A–Z and 0–9 from a uuidv7: in the order of their making, and unique as its time, order and chance are. The
 * version and variant bits say nothing and are left out.
 */
export const claimNumberOf = (uuidv7: string): string => {
  const digits = BigInt(`0x${uuidv7.replaceAll('-', '')}`)
  const time = digits >> 80n
  const order = (digits >> 64n) & 0xfffn
  const chance = (digits & 0x3fff_ffff_ffff_ffffn) >> (62n - chanceBits)
  const packed = (((time << 12n) | order) << chanceBits) | chance
  return packed.toString(36).toUpperCase().padStart(letters, '0')
}
