// Where the bands of a time rule and the recorded minute stand on a line.

/** One band of minutes; `to` is its last minute, or null when it has no end. */
export interface Band {
  readonly code: string
  readonly from: number
  readonly to: number | null
}

export interface BandPlace {
  readonly code: string
  /** Share of the line from its left end, 0 to 1. */
  readonly start: number
  readonly width: number
  readonly minutes: string
}

export interface BandScale {
  /** Where the first band begins; before it no code holds. */
  readonly begins: number
  readonly places: readonly BandPlace[]
  /** The place of the recorded minute, or null when none is recorded. */
  readonly marker: number | null
}

/** The share of the line before the first band: what is too short is told, not drawn to scale. */
const before = 0.11

/** A band without end is drawn this many minutes wide, or as far as the recorded minute needs. */
const openWidth = 13

const endOf = (band: Band, minutes: number | null): number =>
  (band.to ?? Math.max(band.from + openWidth - 1, minutes ?? 0)) + 1

const minutesOf = ({ from, to }: Band): string => (to === null ? `${from}+` : `${from}–${to}`)

const clamp = (share: number): number => Math.min(1, Math.max(0, share))

/** Places of bands and minute on a line of length 1. Bands are given in order and do not overlap. */
export const bandScale = (bands: readonly Band[], minutes: number | null): BandScale => {
  const first = bands[0]
  const last = bands.at(-1)
  if (first === undefined || last === undefined) return { begins: 1, places: [], marker: null }
  const stop = endOf(last, minutes)
  const placeOf = (minute: number): number => {
    if (minute < first.from) return (Math.max(0, minute) / Math.max(1, first.from)) * before
    return before + ((minute - first.from) / (stop - first.from)) * (1 - before)
  }
  return {
    begins: before,
    places: bands.map((band) => ({
      code: band.code,
      start: placeOf(band.from),
      width: placeOf(endOf(band, minutes)) - placeOf(band.from),
      minutes: minutesOf(band),
    })),
    // In the middle of its minute, so that the last minute of a band stands inside it.
    marker: minutes === null ? null : clamp(placeOf(minutes + 0.5)),
  }
}

/** The band a minute falls in, or null. */
export const bandOf = (bands: readonly Band[], minutes: number): Band | null =>
  bands.find(({ from, to }) => minutes >= from && (to === null || minutes <= to)) ?? null
