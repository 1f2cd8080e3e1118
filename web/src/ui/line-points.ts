// Values placed in a box: the line of a sparkline or chart as points and an SVG path.

export interface Point {
  readonly x: number
  readonly y: number
}

export interface Box {
  readonly width: number
  readonly height: number
}

/** A value's height in a box whose bottom is `least` and whose top is `most`; a flat range stands in the middle. */
export const heightOf = (value: number, least: number, most: number, height: number): number =>
  most === least ? height / 2 : height - ((value - least) / (most - least)) * height

/** Values evenly spread from left to right. */
export const spread = (values: readonly number[], least: number, most: number, box: Box): readonly Point[] =>
  values.map((value, index) => ({
    x: values.length === 1 ? box.width : (index / (values.length - 1)) * box.width,
    y: heightOf(value, least, most, box.height),
  }))

const short = (size: number): string => String(Math.round(size * 100) / 100)

/** The points as the `d` of an SVG path. */
export const pathOf = (points: readonly Point[]): string =>
  points.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${short(x)} ${short(y)}`).join(' ')

/** Round values for an axis from 0 to at least `most`, about five of them. */
export const axisValues = (most: number): readonly number[] => {
  const rough = Math.max(1, most) / 5
  const size = 10 ** Math.floor(Math.log10(rough))
  const step = [1, 2, 5, 10].map((each) => each * size).find((each) => each >= rough) ?? size
  const whole = Math.max(1, step)
  return Array.from({ length: Math.ceil(Math.max(1, most) / whole) + 1 }, (_, index) => index * whole)
}
