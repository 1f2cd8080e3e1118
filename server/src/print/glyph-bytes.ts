// A letter's outline as a TrueType glyph: what a font that came compressed is embedded with.

/** A step of an outline in font units, as fontkit tells it: its curves are quadratic. */
export interface OutlineStep {
  readonly command: string
  readonly args: readonly number[]
}

interface Point {
  readonly x: number
  readonly y: number
  readonly isOn: boolean
}

interface Outline {
  readonly points: readonly Point[]
  /** Of each contour: the index of its last point. */
  readonly ends: readonly number[]
}

const isSame = (one: Point | undefined, other: Point | undefined): boolean =>
  one !== undefined && other !== undefined && one.x === other.x && one.y === other.y && other.isOn

const pointsOf = ({ command, args }: OutlineStep): readonly Point[] => {
  const [a = 0, b = 0, c = 0, d = 0] = args.map(Math.round)
  if (command === 'moveTo' || command === 'lineTo') return [{ x: a, y: b, isOn: true }]
  if (command !== 'quadraticCurveTo') throw new Error(`an outline of this font has no ${command}`)
  return [
    { x: a, y: b, isOn: false },
    { x: c, y: d, isOn: true },
  ]
}

const outlineOf = (steps: readonly OutlineStep[]): Outline => {
  const points: Point[] = []
  const ends: number[] = []
  let first = 0
  for (const step of steps) {
    if (step.command !== 'closePath') {
      points.push(...pointsOf(step))
      continue
    }
    // A contour closes by itself: its begin is not written a second time.
    if (points.length - first > 1 && isSame(points[first], points.at(-1))) points.pop()
    ends.push(points.length - 1)
    first = points.length
  }
  return { points, ends }
}

const headLength = 10

/** The glyph's bytes, as the `glyf` table of the OpenType specification has a simple glyph; empty for a blank. */
export const glyphBytes = (steps: readonly OutlineStep[]): Uint8Array => {
  const { points, ends } = outlineOf(steps)
  if (ends.length === 0) return new Uint8Array(0)
  const length = headLength + ends.length * 2 + 2 + points.length * 5
  const bytes = new Uint8Array(Math.ceil(length / 4) * 4)
  const view = new DataView(bytes.buffer)
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)]
  const box = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]
  for (const [at, value] of [ends.length, ...box].entries()) view.setInt16(at * 2, value)
  for (const [at, end] of ends.entries()) view.setUint16(headLength + at * 2, end)
  // Two bytes more say that no hints follow.
  let at = headLength + ends.length * 2 + 2
  for (const { isOn } of points) view.setUint8(at++, isOn ? 1 : 0)
  for (const axis of [xs, ys])
    for (const [index, value] of axis.entries()) {
      view.setInt16(at, value - (axis[index - 1] ?? 0))
      at += 2
    }
  return bytes
}
